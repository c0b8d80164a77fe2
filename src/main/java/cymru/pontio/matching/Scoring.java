package cymru.pontio.matching;

import cymru.pontio.adverts.Criterion;
import cymru.pontio.matching.Mark.Basis;
import cymru.pontio.matching.Scored.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points of each answer to one piece of work, criterion by criterion: of bids, and of what providers would offer as far
 * as can be told. Speed of answering is not among them.
 *
 * @param lowest pence an hour among those compared; 0 where none is known
 * @param middlePence given to whom no rate is known of
 * @param middleRating of a hundred, in hundredths, given to the unrated: otherwise nobody new could ever win
 */
record Scoring(Work work, int lowest, int middlePence, int middleRating) {
    static final int DAYS_UNTIL_NO_POINTS = 7;

    /** User minutes a week in the patch that make a worker's round: who gives that much there passes by anyway. */
    static final int FULL_RUN = 30 * 60;

    static final int UNRATED = -1;

    private static final Criterion[] CRITERIA = Criterion.values();

    /** All that count, in the order of the criteria. */
    List<Points> points(Supplier supplier, int rating, Answer answer) {
        List<Points> points = new ArrayList<>(CRITERIA.length);
        for (Criterion criterion : CRITERIA) {
            int weight = work.weights().of(criterion);
            if (weight == 0) continue;
            Mark mark = mark(criterion, supplier, rating, answer);
            points.add(new Points(criterion, weight, mark.raw(), mark.points(weight), mark.basis() == Basis.MIDDLE));
        }
        return points;
    }

    /** The sum of the same, in thousandths of a point. */
    long total(Supplier supplier, int rating, Answer answer) {
        long sum = 0;
        for (Criterion criterion : CRITERIA) {
            int weight = work.weights().of(criterion);
            if (weight > 0) sum += mark(criterion, supplier, rating, answer).thousandths(weight);
        }
        return sum;
    }

    Mark mark(Criterion criterion, Supplier supplier, int rating, Answer answer) {
        return switch (criterion) {
            case QUALITY ->
                rating == UNRATED ? new Mark(middleRating, 10_000, false, Basis.MIDDLE) : Mark.of(rating, 10_000);
            case PRICE -> price(answer);
            case START -> start(answer.start());
            case WINDOWS -> windows(answer);
            case CONTINUITY -> Mark.allOrNothing(answer.continuity());
            case WELSH -> Mark.allOrNothing(!asksForWelsh() || answer.welsh());
            case CAPACITY -> capacity(supplier, answer);
            case RUN -> Mark.ofUnits(Math.min(supplier.running(work.locality()), FULL_RUN), FULL_RUN);
        };
    }

    private Mark price(Answer answer) {
        if (lowest == 0) return Mark.NOT_SAID;
        if (answer.pence() == 0) return new Mark(lowest, middlePence, true, Basis.MIDDLE);
        return new Mark(Math.min(lowest, answer.pence()), answer.pence(), true, Basis.OWN);
    }

    private Mark start(@Nullable LocalDate start) {
        if (start == null) return Mark.NOT_SAID;
        long late = Math.max(0, start.toEpochDay() - work.startFrom().toEpochDay());
        return Mark.ofUnits(Math.max(0, DAYS_UNTIL_NO_POINTS - late), DAYS_UNTIL_NO_POINTS);
    }

    /** Minutes a week as the person receives them; a call at another time than asked counts half. */
    private Mark windows(Answer answer) {
        if (!answer.saysTimes()) return Mark.NOT_SAID;
        return Mark.of(answer.asAsked() * 100L + answer.otherwise() * 50L, work.weekly() * 100L);
    }

    /** How many of the minutes asked for were declared and are left, in their patch, part of the day and number of workers. */
    private Mark capacity(Supplier supplier, Answer answer) {
        int percent = supplier.spare().freshness().percent();
        if (percent == 0) return Mark.allOrNothing(false);
        int[] taken = new int[Supplier.Spare.SLOTS];
        int fitting = 0;
        for (AskedCall call : answer.given()) {
            int slot = Supplier.Spare.index(call.part(), call.workers());
            int left = supplier.spare().left(work.locality(), call.part(), call.workers()) - taken[slot];
            int takes = Math.max(0, Math.min(left, call.weekly()));
            taken[slot] += takes;
            fitting += takes;
        }
        return Mark.of((long) fitting * percent, work.weekly() * 100L);
    }

    /** Where Welsh was not asked for, everybody has the points, so that nobody is favoured. */
    private boolean asksForWelsh() {
        return work.welsh().equals("NEED") || work.welsh().equals("PREFERENCE");
    }
}
