package cymru.pontio.kernel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The council's working time: Monday to Friday, 09:00 to 17:00 in London, without the bank holidays of England and
 * Wales (gov.uk/bank-holidays, 2023 to 2027; later years have none until they are added here).
 */
public final class WorkingTime {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private static final Set<LocalDate> BANK_HOLIDAYS = Stream.of(
                    "2023-01-02",
                    "2023-04-07",
                    "2023-04-10",
                    "2023-05-01",
                    "2023-05-08",
                    "2023-05-29",
                    "2023-08-28",
                    "2023-12-25",
                    "2023-12-26",
                    "2024-01-01",
                    "2024-03-29",
                    "2024-04-01",
                    "2024-05-06",
                    "2024-05-27",
                    "2024-08-26",
                    "2024-12-25",
                    "2024-12-26",
                    "2025-01-01",
                    "2025-04-18",
                    "2025-04-21",
                    "2025-05-05",
                    "2025-05-26",
                    "2025-08-25",
                    "2025-12-25",
                    "2025-12-26",
                    "2026-01-01",
                    "2026-04-03",
                    "2026-04-06",
                    "2026-05-04",
                    "2026-05-25",
                    "2026-08-31",
                    "2026-12-25",
                    "2026-12-28",
                    "2027-01-01",
                    "2027-03-26",
                    "2027-03-29",
                    "2027-05-03",
                    "2027-05-31",
                    "2027-08-30",
                    "2027-12-27",
                    "2027-12-28")
            .map(LocalDate::parse)
            .collect(Collectors.toUnmodifiableSet());

    private WorkingTime() {}

    /** Those that are known, for statements that count working days. */
    public static Stream<LocalDate> bankHolidays() {
        return BANK_HOLIDAYS.stream().sorted();
    }

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !BANK_HOLIDAYS.contains(day);
    }

    /** The moment at which so much working time has passed; a clock that starts outside it waits for the next opening. */
    public static Instant plus(Instant from, Duration workingTime) {
        if (workingTime.isNegative()) throw new IllegalArgumentException("working time runs forward: " + workingTime);
        ZonedDateTime at = nextOpen(from.atZone(Zone.LONDON));
        Duration left = workingTime;
        while (true) {
            Duration today = Duration.between(at, at.with(CLOSES));
            if (left.compareTo(today) <= 0) return at.plus(left).toInstant();
            left = left.minus(today);
            at = nextOpen(at.with(CLOSES));
        }
    }

    private static ZonedDateTime nextOpen(ZonedDateTime at) {
        ZonedDateTime open = at;
        if (open.toLocalTime().isBefore(OPENS)) open = open.with(OPENS);
        if (!open.toLocalTime().isBefore(CLOSES)) open = open.plusDays(1).with(OPENS);
        while (!isWorkingDay(open.toLocalDate())) open = open.plusDays(1).with(OPENS);
        return open;
    }
}
