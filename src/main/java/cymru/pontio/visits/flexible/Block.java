package cymru.pontio.visits.flexible;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days within which minutes can be moved: a week, or thirteen. Half open. */
record Block(LocalDate from, LocalDate until) {
    static final int BANK_DAYS = 91;

    /**
     * The one a day is in; another agreement that begins before it is over ends it. None where nothing is flexible that day.
     * As {@code visits.block_of} and {@code visits.block_ends}.
     *
     * @param agreements latest first
     */
    static @Nullable Block of(List<BankTable.Agreement> agreements, LocalDate day) {
        Block whole = whole(agreements, day);
        if (whole == null) return null;
        LocalDate last = whole.last();
        while (last.isAfter(day) && !isIn(agreements, last, whole)) last = last.minusDays(1);
        return new Block(whole.from(), last.plusDays(1));
    }

    private static boolean isIn(List<BankTable.Agreement> agreements, LocalDate day, Block whole) {
        Block other = whole(agreements, day);
        return other != null && other.from().equals(whole.from());
    }

    private static @Nullable Block whole(List<BankTable.Agreement> agreements, LocalDate day) {
        return agreements.stream()
                .filter(one -> !one.from().isAfter(day))
                .findFirst()
                .filter(one -> one.mode() != Flexibility.NONE)
                .map(one -> of(one.mode(), one.from(), day))
                .orElse(null);
    }

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

    public LocalDate last() {
        return until.minusDays(1);
    }
}
