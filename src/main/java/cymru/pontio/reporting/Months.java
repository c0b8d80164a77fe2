package cymru.pontio.reporting;

import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** Whole months from the first to the last, both included. */
record Months(YearMonth first, YearMonth last) {
    /** What people may type: 2025-08, or any day of the month. */
    static Optional<YearMonth> parse(String typed) {
        String text = typed.strip();
        if (!text.matches("20\\d{2}-\\d{2}(-\\d{2})?")) return Optional.empty();
        try {
            return Optional.of(text.length() == 7 ? YearMonth.parse(text) : YearMonth.from(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last month that is over, and the twenty-three before it. */
    static Months lastTwoYears(Clock clock) {
        YearMonth last = YearMonth.from(Zone.dayOf(clock.instant())).minusMonths(1);
        return new Months(last.minusMonths(23), last);
    }

    public LocalDate from() {
        return first.atDay(1);
    }

    /** The day after the last. */
    public LocalDate end() {
        return last.plusMonths(1).atDay(1);
    }

    Stream<YearMonth> each() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    long count() {
        return ChronoUnit.MONTHS.between(first, last) + 1;
    }
}
