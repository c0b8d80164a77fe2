package cymru.pontio.matching;

import cymru.pontio.kernel.Median;
import cymru.pontio.providers.pledge.PledgeQuality;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All providers with what is known of them on one day, read once; judging any amount of work against it asks nothing more
 * of the database. Not changed by what is judged.
 */
public final class Market {
    private static final Comparator<Fit> ORDER = (one, other) -> {
        int merit = Long.compare(one.place(), other.place());
        return merit == 0 ? Long.compare(one.draw(), other.draw()) : merit;
    };

    private static final Rule[] RULES = Rule.values();

    private final LocalDate on;
    private final List<Supplier> suppliers;
    private final int[] ratings;
    private final int pledgeWeight;
    private final int middleRating;
    private final Map<String, Integer> middlePence = new HashMap<>();

    private Market(LocalDate on, List<Supplier> suppliers, int[] ratings, int pledgeWeight) {
        this.on = on;
        this.suppliers = List.copyOf(suppliers);
        this.ratings = ratings;
        this.pledgeWeight = pledgeWeight;
        this.middleRating = Ratings.middle(ratings);
    }

    /** @param pledge as it counts in quality on that day */
    public static Market of(LocalDate on, List<Supplier> suppliers, PledgeQuality pledge) {
        int[] ratings = suppliers.stream()
                .mapToInt(one -> Ratings.rating(one.provider(), pledge))
                .toArray();
        return new Market(on, suppliers, ratings, pledge.weight());
    }

    public LocalDate on() {
        return on;
    }

    /** How often the pledge counts in the ratings, beside the other parts; nought if not at all. */
    public int pledgeWeight() {
        return pledgeWeight;
    }

    public List<Supplier> suppliers() {
        return suppliers;
    }

    /** The same with one provider otherwise, to see what that would change. Its rating stays. */
    public Market with(Supplier changed) {
        List<Supplier> others = suppliers.stream()
                .map(one -> one.id().equals(changed.id()) ? changed : one)
                .toList();
        return new Market(on, others, ratings, pledgeWeight);
    }

    /** The same with one provider rated otherwise, in hundredths of a point of a hundred. */
    Market withRating(UUID provider, int rating) {
        int[] changed = ratings.clone();
        for (int i = 0; i < changed.length; i++) if (suppliers.get(i).id().equals(provider)) changed[i] = rating;
        return new Market(on, suppliers, changed, pledgeWeight);
    }

    /** Every provider against the work, in the order of {@link #suppliers()}. */
    public List<Fit> judge(Work work) {
        int count = suppliers.size();
        int[] broken = new int[count];
        int[] unknown = new int[count];
        for (Rule rule : RULES) {
            Check check = rule.asked(work, on);
            if (check instanceof Check.Same same && same.because().state() == Because.State.KEPT) continue;
            for (int i = 0; i < count; i++) {
                Because.State state = check.of(suppliers.get(i)).state();
                if (state == Because.State.BROKEN) broken[i] |= rule.bit();
                else if (state == Because.State.UNKNOWN) unknown[i] |= rule.bit();
            }
        }
        Answer[] answers = new Answer[count];
        int lowest = 0;
        for (int i = 0; i < count; i++) {
            answers[i] = Answer.expected(work, suppliers.get(i), on);
            int pence = answers[i].pence();
            if (broken[i] == 0 && pence > 0 && (lowest == 0 || pence < lowest)) lowest = pence;
        }
        Scoring scoring = new Scoring(work, lowest, Math.max(lowest, middlePence(work.locality())), middleRating);
        List<Fit> fits = new ArrayList<>(count);
        for (int i = 0; i < count; i++)
            fits.add(new Fit(suppliers.get(i), scoring, answers[i], ratings[i], broken[i], unknown[i], on));
        return fits;
    }

    /**
     * Those who may be offered the work first, by points; then the others, by how few hard rules they break. Equal points:
     * the earlier start, the better rating, then a draw that anybody can repeat.
     */
    public List<Fit> rank(Work work) {
        List<Fit> ranked = judge(work);
        ranked.sort(ORDER);
        return ranked;
    }

    /** Those who may be offered the work. */
    public List<Supplier> eligible(Work work) {
        List<Supplier> left = new ArrayList<>(suppliers);
        for (Rule rule : RULES) {
            Check check = rule.asked(work, on);
            if (check instanceof Check.Same same && same.because().state() == Because.State.KEPT) continue;
            left.removeIf(one -> check.of(one).state() == Because.State.BROKEN);
        }
        return left;
    }

    /** A supplier paid lowly elsewhere counts with the rest: it is the middle of what is paid here now. */
    private synchronized int middlePence(String locality) {
        return middlePence.computeIfAbsent(locality, code -> {
            List<Integer> known = suppliers.stream()
                    .map(one -> one.pence(code))
                    .filter(pence -> pence > 0)
                    .toList();
            return Median.of(known).setScale(0, RoundingMode.HALF_UP).intValueExact();
        });
    }
}
