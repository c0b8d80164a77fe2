package cymru.pontio.demo;

import cymru.pontio.kernel.Zone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.random.RandomGenerator;

/** The county's calendar: days since 1970, months since September 2023, moments as seconds since 1970. */
final class At {
    /** Of what has not happened and is not going to. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final YearMonth FIRST_MONTH = YearMonth.of(2023, 9);
    private static final int FIRST_YEAR_DAY = (int) LocalDate.of(2018, 1, 1).toEpochDay();
    private static final short[] OFFSET_MINUTES = offsets();

    private At() {}

    static int day(LocalDate day) {
        return (int) day.toEpochDay();
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /** @param month 0 is September 2023 */
    static int firstDay(int month) {
        return day(FIRST_MONTH.plusMonths(month).atDay(1));
    }

    static int lastDay(int month) {
        return firstDay(month + 1) - 1;
    }

    static int month(int day) {
        YearMonth month = YearMonth.from(date(day));
        return (month.getYear() - FIRST_MONTH.getYear()) * 12 + month.getMonthValue() - FIRST_MONTH.getMonthValue();
    }

    static int calendarMonth(int month) {
        return FIRST_MONTH.plusMonths(month).getMonthValue();
    }

    static int weekday(int day) {
        return Math.floorMod(day + 3, 7) + 1;
    }

    /** The day itself, or the Monday after it. */
    static int workday(int day) {
        int weekday = weekday(day);
        return weekday == DayOfWeek.SATURDAY.getValue()
                ? day + 2
                : weekday == DayOfWeek.SUNDAY.getValue() ? day + 1 : day;
    }

    /** @param minute of the day on the wall clock, after the small hours in which clocks are changed */
    static long moment(int day, int minute) {
        return day * 86_400L + (minute - OFFSET_MINUTES[day - FIRST_YEAR_DAY]) * 60L;
    }

    /** Some time in office hours, on the day or the Monday after. */
    static long office(int day, RandomGenerator dice) {
        return moment(workday(day), 9 * 60 + dice.nextInt(7 * 60));
    }

    static Instant instant(long moment) {
        return Instant.ofEpochSecond(moment);
    }

    private static short[] offsets() {
        short[] minutes = new short[60 * 366];
        for (int i = 0; i < minutes.length; i++) {
            var noon = date(FIRST_YEAR_DAY + i).atTime(12, 0);
            minutes[i] = (short) (Zone.LONDON.getRules().getOffset(noon).getTotalSeconds() / 60);
        }
        return minutes;
    }
}
