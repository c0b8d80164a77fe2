package cymru.pontio.matching;

import cymru.pontio.adverts.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;

/** Looks for the least single change of a provider that would make it the first for some work. */
final class Flips {
    private static final int FULL_MARKS = 10_000;

    private final Market market;
    private final Work work;
    private final int floor;

    /** @param floor the least pence that may be paid for an hour */
    Flips(Market market, Work work, int floor) {
        this.market = market;
        this.work = work;
        this.floor = floor;
    }

    /** None for whom no one criterion would do; a better rate, an earlier start, hours declared, a better rating. */
    List<Flip> of(Fit fit) {
        List<Flip> flips = new ArrayList<>();
        Supplier one = fit.supplier();
        int pence = fit.expectedPence();
        if (counts(Criterion.PRICE) && pence > floor) {
            IntPredicate first = at -> first(market.with(one.paid(work.locality(), at)), one.id());
            add(flips, Criterion.PRICE, highest(floor, pence - 1, first));
        }
        Integer lead = one.leadDays();
        if (counts(Criterion.START) && lead != null && lead > 0)
            add(flips, Criterion.START, highest(0, lead - 1, days -> first(market.with(one.starting(days)), one.id())));
        if (counts(Criterion.CAPACITY)
                && first(market.with(one.declaring(work.locality(), work.calls(), market.on())), one.id()))
            flips.add(new Flip(Criterion.CAPACITY, work.weekly()));
        if (counts(Criterion.QUALITY) && fit.rating() >= 0 && fit.rating() < FULL_MARKS) {
            int gap = FULL_MARKS - fit.rating();
            int least = highest(0, gap - 1, less -> first(market.withRating(one.id(), FULL_MARKS - less), one.id()));
            if (least >= 0) flips.add(new Flip(Criterion.QUALITY, FULL_MARKS - least));
        }
        return flips;
    }

    private boolean counts(Criterion criterion) {
        return work.weights().of(criterion) > 0;
    }

    private boolean first(Market changed, UUID provider) {
        return changed.rank(work).getFirst().supplier().id().equals(provider);
    }

    private static void add(List<Flip> flips, Criterion criterion, int value) {
        if (value >= 0) flips.add(new Flip(criterion, value));
    }

    /** The highest value that does, where whatever is lower does too; below nothing if none does. */
    private static int highest(int low, int high, IntPredicate does) {
        if (!does.test(low)) return -1;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (does.test(middle)) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
