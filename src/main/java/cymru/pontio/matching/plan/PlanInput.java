package cymru.pontio.matching.plan;

import java.util.List;
import java.util.Map;

/**
 * Everything a plan is made from, as values: no people, no addresses.
 *
 * @param pairs which package could go to which provider, and why not; a pair that is not here may not be planned
 */
public record PlanInput(List<Need> needs, List<Supply> supplies, List<Pair> pairs) {
    /** No weekly limit beside those of the parts of the day. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /**
     * @param part of the day, like {@code MORNING}
     * @param workers who must be there at once
     * @param minutes user minutes a week
     */
    public record Call(String part, int workers, int minutes) {
        public int workerMinutes() {
            return workers * minutes;
        }
    }

    /**
     * A package that waits; it goes to one provider whole or to nobody.
     *
     * @param calls as asked
     * @param otherwise the same care with calls at other parts of the day, those first that move fewest; none where nothing
     *     may be moved
     * @param people who would no longer wait; 0 where somebody is cared for until a provider leaves
     * @param urgency 1 for routine to 4 for danger
     * @param waited days until today
     * @param bridged council staff care for the person meanwhile
     */
    public record Need(
            String ref,
            String patch,
            List<Call> calls,
            List<List<Call>> otherwise,
            int people,
            int urgency,
            int waited,
            boolean bridged) {
        public Need(String ref, String patch, List<Call> calls, int people, int urgency, int waited, boolean bridged) {
            this(ref, patch, calls, List.of(), people, urgency, waited, bridged);
        }

        /** In how many ways it can be given. */
        public int ways() {
            return 1 + otherwise.size();
        }

        /** @param way 0 as asked */
        public List<Call> calls(int way) {
            return way == 0 ? calls : otherwise.get(way - 1);
        }

        /** User minutes a week. */
        public int minutes() {
            return calls.stream().mapToInt(Call::minutes).sum();
        }

        public int workerMinutes() {
            return calls.stream().mapToInt(Call::workerMinutes).sum();
        }
    }

    /** @param workers 1 or 2 where a provider declares them apart; 0 for hours that serve either */
    public record Slot(String patch, String part, int workers) {}

    /**
     * @param spare worker minutes a week that may be counted on
     * @param weekly worker minutes a week over all slots, or NO_LIMIT
     */
    public record Supply(String ref, Map<Slot, Integer> spare, int weekly) {
        /** Alone, these calls find hours declared for just so many workers. */
        boolean holds(String patch, List<Call> calls) {
            return calls.stream()
                    .allMatch(call -> spare.getOrDefault(new Slot(patch, call.part(), call.workers()), 0)
                            >= call.workerMinutes());
        }
    }

    /**
     * @param need place in the list of needs
     * @param supply place in the list of supplies
     * @param broken hard rules that forbid it, as keys of the matching room’s messages; none if it may be
     * @param suitability points from 0 to 100, continuity included
     * @param pence what a user hour costs
     * @param fairness 0 to 10: most for a provider who got little of what it had to spare
     */
    public record Pair(int need, int supply, List<String> broken, int suitability, int pence, int fairness) {
        public boolean allowed() {
            return broken.isEmpty();
        }
    }
}
