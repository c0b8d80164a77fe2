package cymru.pontio.matching;

import cymru.pontio.matching.Scored.Points;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * How well one provider suits one piece of work on a day. Cheap to make by the thousand; reasons and points are worked out,
 * by the same rules, when they are asked for.
 */
public final class Fit {
    /** More than all points of a hundred in thousandths, all days that matter either way, all hundredths of a rating. */
    private static final long POINTS = 1L << 17;

    private static final long HALF_DAYS = 1L << 14;
    private static final long RATINGS = 1L << 14;

    private final Supplier supplier;
    private final Scoring scoring;
    private final Answer answer;
    private final int rating;
    private final int broken;
    private final int unknown;
    private final long total;
    private final LocalDate on;
    private final long merit;

    Fit(Supplier supplier, Scoring scoring, Answer answer, int rating, int broken, int unknown, LocalDate on) {
        this.supplier = supplier;
        this.scoring = scoring;
        this.answer = answer;
        this.rating = rating;
        this.broken = broken;
        this.unknown = unknown;
        this.on = on;
        this.total = scoring.total(supplier, rating, answer);
        this.merit = merit();
    }

    public Supplier supplier() {
        return supplier;
    }

    public Work work() {
        return scoring.work();
    }

    /** No hard rule is broken, as far as is known. */
    public boolean eligible() {
        return broken == 0;
    }

    public boolean breaks(Rule rule) {
        return (broken & rule.bit()) != 0;
    }

    public boolean leavesOpen(Rule rule) {
        return (unknown & rule.bit()) != 0;
    }

    public int brokenRules() {
        return Integer.bitCount(broken);
    }

    /** All hard rules in their order, each with what it found. */
    public List<Verdict> verdicts() {
        return Arrays.stream(Rule.values())
                .map(rule -> rule.judge(work(), supplier, on))
                .toList();
    }

    /** Every hard rule it breaks. */
    public List<Verdict> broken() {
        return verdicts().stream().filter(one -> breaks(one.rule())).toList();
    }

    /** What should be asked, because nothing recorded says. */
    public List<Verdict> open() {
        return verdicts().stream().filter(one -> leavesOpen(one.rule())).toList();
    }

    /** Thousandths of a point. The most is 100,000. */
    public long thousandths() {
        return total;
    }

    public BigDecimal total() {
        return BigDecimal.valueOf(total, 3);
    }

    /** Of each criterion that counts, with the raw value the points come from. */
    public List<Points> points() {
        return scoring.points(supplier, rating, answer);
    }

    /** Points nobody has an own value for yet: a bid will say. */
    public boolean assumes(cymru.pontio.adverts.Criterion criterion) {
        return scoring.mark(criterion, supplier, rating, answer).basis() == Mark.Basis.ASSUMED;
    }

    /** Pence for a worker's hour that it is paid in the patch now; 0 where nothing is known. */
    public int expectedPence() {
        return answer.pence();
    }

    /** The first day on which it would likely start; none where nothing is known. */
    public @Nullable LocalDate expectedStart() {
        return answer.start();
    }

    /** Hundredths of a point of a hundred; below nothing where it is not rated. */
    int rating() {
        return rating;
    }

    long startDay() {
        LocalDate start = answer.start();
        return start == null ? work().startFrom().toEpochDay() : start.toEpochDay();
    }

    /** The less the better: how few rules it breaks, then points, then the start, then the rating. */
    long place() {
        return merit;
    }

    private long merit() {
        long days = startDay() - work().startFrom().toEpochDay();
        long late = Math.clamp(days + HALF_DAYS, 0, 2 * HALF_DAYS - 1);
        return ((brokenRules() * POINTS + (POINTS - 1 - total)) * 2 * HALF_DAYS + late) * RATINGS
                + (RATINGS - 2 - rating);
    }

    /** Among equals: anybody can draw again, and the alphabet favours nobody. */
    long draw() {
        long work = work().carePackage().value().getMostSignificantBits()
                ^ work().carePackage().value().getLeastSignificantBits();
        long provider = supplier.id().getMostSignificantBits() ^ supplier.id().getLeastSignificantBits();
        return new SplittableRandom(work ^ Long.rotateLeft(provider, 17)).nextLong();
    }
}
