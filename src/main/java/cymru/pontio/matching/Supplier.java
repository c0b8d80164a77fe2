package cymru.pontio.matching;

import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.capacity.Freshness;
import cymru.pontio.providers.capacity.PartOfDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a provider when it is judged for work: what it was let in for, what it declared, who works for it, and
 * what it does now. All figures are of the market; nothing says for whom it cares.
 *
 * @param spare what it last declared and has left
 * @param staff who works where, by the code of the patch; empty where it keeps no register
 * @param now what it does already, by the code of the patch
 * @param leadDays one in four of its starts within a year came this many days after acceptance or sooner; none where there
 *     were fewer than four
 * @param leaving what it gives up
 */
public record Supplier(
        ProviderView provider,
        Spare spare,
        Map<String, Staff> staff,
        Map<String, Standing> now,
        @Nullable Integer leadDays,
        Leaving leaving) {

    /** Under this key stands the whole county. */
    static final String ALL = "";

    /**
     * @param left user minutes a week by patch, then by part of the day and workers: see {@link #index}
     * @param declared the day of the declaration; none where nothing was ever declared
     */
    public record Spare(Freshness freshness, @Nullable LocalDate declared, Map<String, int[]> left) {
        static final Spare NONE = new Spare(Freshness.NONE, null, Map.of());
        public static final int SLOTS = PartOfDay.values().length * 2;

        /** Where the minutes of one part of the day and number of workers stand. */
        public static int index(PartOfDay part, int workers) {
            return part.ordinal() * 2 + workers - 1;
        }

        public int left(String locality, PartOfDay part, int workers) {
            int[] slots = left.get(locality);
            return slots == null ? 0 : Math.max(0, slots[index(part, workers)]);
        }
    }

    /**
     * Who of its register works in a patch.
     *
     * @param unstated whose gender the register does not hold
     * @param speakers of Welsh who can hold a conversation about care
     */
    public record Staff(int workers, int women, int men, int unstated, int speakers) {
        static final Staff NONE = new Staff(0, 0, 0, 0, 0);
    }

    /**
     * @param minutes user minutes a week of care that is running
     * @param pence what it is paid there for a worker's hour, each hour weighing alike
     */
    public record Standing(int minutes, int pence) {}

    /**
     * @param all a commissioner moves what it gives to others
     * @param packages those for which it, or the council, has given notice while care is still needed
     * @param taken those of them that the council takes from it
     */
    public record Leaving(boolean all, Set<UUID> packages, Set<UUID> taken) {
        static final Leaving NOTHING = new Leaving(false, Set.of(), Set.of());
    }

    /** Only what it was let in for: as if it had declared nothing and cared for nobody. */
    public static Supplier of(ProviderView provider) {
        return new Supplier(provider, Spare.NONE, Map.of(), Map.of(), null, Leaving.NOTHING);
    }

    /** The same, starting this soon after acceptance. */
    Supplier starting(int days) {
        return new Supplier(provider, spare, staff, now, days, leaving);
    }

    /** The same at another rate in this patch. */
    Supplier paid(String locality, int pence) {
        Map<String, Standing> changed = new HashMap<>(now);
        changed.put(locality, new Standing(running(locality), pence));
        return new Supplier(provider, spare, staff, changed, leadDays, leaving);
    }

    /** The same, having declared enough for all these calls today. */
    Supplier declaring(String locality, List<AskedCall> calls, LocalDate today) {
        int[] slots = new int[Spare.SLOTS];
        for (AskedCall call : calls) slots[Spare.index(call.part(), call.workers())] += call.weekly();
        Map<String, int[]> left = new HashMap<>(spare.left());
        left.put(locality, slots);
        return new Supplier(provider, new Spare(Freshness.FRESH, today, left), staff, now, leadDays, leaving);
    }

    public UUID id() {
        return provider.id();
    }

    Staff staffIn(String locality) {
        return staff.getOrDefault(locality, Staff.NONE);
    }

    /** User minutes a week of care that it gives in the patch. */
    int running(String locality) {
        Standing here = now.get(locality);
        return here == null ? 0 : here.minutes();
    }

    /** Pence it is paid there for a worker's hour, or over the county where it is new to the patch; 0 where nothing is known. */
    int pence(String locality) {
        Standing here = now.get(locality);
        if (here == null) here = now.get(ALL);
        return here == null ? 0 : here.pence();
    }
}
