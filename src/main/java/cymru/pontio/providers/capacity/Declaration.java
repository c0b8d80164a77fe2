package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a provider says it has to spare.
 *
 * @param hours user minutes a week, whole quarters of an hour; a slot left out is nothing
 */
record Declaration(Map<Slot, Integer> hours, LocalDate validUntil) {
    /** “Two weeks” unless the provider says otherwise. */
    static final int USUAL_DAYS = 14;

    static final int LONGEST_DAYS = 84;

    private static final int QUARTER = 15;

    Declaration {
        hours = new TreeMap<>(hours);
    }

    static LocalDate usualEnd(LocalDate today) {
        return today.plusDays(USUAL_DAYS);
    }

    static boolean reasonableEnd(LocalDate validUntil, LocalDate today) {
        return !validUntil.isBefore(today) && !validUntil.isAfter(today.plusDays(LONGEST_DAYS));
    }

    void check(Set<String> patches, boolean twoWorkers, LocalDate today) {
        if (!reasonableEnd(validUntil, today)) throw new RuleBroken("capacity.error.until");
        hours.forEach((slot, minutes) -> {
            if (minutes < 0 || minutes % QUARTER != 0) throw new RuleBroken("capacity.error.quarter");
            if (!patches.contains(slot.locality())) throw new RuleBroken("capacity.error.patch");
            if (minutes > 0 && slot.workers() == 2 && !twoWorkers) throw new RuleBroken("capacity.error.twoWorkers");
        });
    }
}
