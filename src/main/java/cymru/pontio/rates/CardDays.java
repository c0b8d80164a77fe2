package cymru.pontio.rates;

import static cymru.pontio.rates.DayClass.BANK_HOLIDAY;
import static cymru.pontio.rates.DayClass.SATURDAY;
import static cymru.pontio.rates.DayClass.SUNDAY;
import static cymru.pontio.rates.DayClass.WEEKDAY;

import java.util.Set;

/** The kinds of day an entry of the rate card may be for. */
public enum CardDays {
    EVERY_DAY(WEEKDAY, SATURDAY, SUNDAY, BANK_HOLIDAY),
    ORDINARY_DAYS(WEEKDAY, SATURDAY, SUNDAY),
    WEEKDAYS(WEEKDAY),
    WEEKEND(SATURDAY, SUNDAY),
    SATURDAYS(SATURDAY),
    SUNDAYS(SUNDAY),
    BANK_HOLIDAYS(BANK_HOLIDAY);

    private final Set<DayClass> covered;

    CardDays(DayClass... covered) {
        this.covered = Set.of(covered);
    }

    boolean include(CardDays others) {
        return covered.containsAll(others.covered);
    }

    boolean cover(DayClass day) {
        return covered.contains(day);
    }
}
