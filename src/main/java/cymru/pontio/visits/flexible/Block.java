package cymru.pontio.visits.flexible;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The days within which minutes can be moved: a week, or thirteen. Half open. */
record Block(LocalDate from, LocalDate until) {
    static final int BANK_DAYS = 91;

    /** @param agreed first day of the agreement, not after the day */
    static Block of(Flexibility mode, LocalDate agreed, LocalDate day) {
        return switch (mode) {
            case NONE -> throw new IllegalArgumentException("Nothing is flexible");
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Block(monday, monday.plusDays(7));
            }
            case BANK -> {
                long blocks = ChronoUnit.DAYS.between(agreed, day) / BANK_DAYS;
                LocalDate first = agreed.plusDays(blocks * BANK_DAYS);
                yield new Block(first, first.plusDays(BANK_DAYS));
            }
        };
    }

    boolean isWeek() {
        return ChronoUnit.DAYS.between(from, until) < BANK_DAYS;
    }

    public LocalDate last() {
        return until.minusDays(1);
    }
}
