package cymru.pontio.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How a life goes through the market: when it is advertised, awarded and accepted. Moments are {@link At}'s. */
final class Course {
    private static final long UNKNOWN = Long.MAX_VALUE;
    private static final int QUICK = 30;

    final Life life;
    final long submittedAt;
    final long approvedAt;
    final List<Round> rounds = new ArrayList<>();
    /** Without a bid: the council's own team, and whoever came before the story. */
    final boolean direct;

    long offeredAt = UNKNOWN;
    long acceptedAt = UNKNOWN;
    final long firstVisitAt;
    /** When the record of the first visit comes in. */
    final long startToldAt;

    final long endToldAt;
    final String endReason;
    final long withdrawnAt;

    Course(Life life) {
        this(life, At.office(life.approvedOn - 5 + life.number % 2, life.dice(4)));
    }

    Course(Life life, long submittedAt) {
        this.life = life;
        this.submittedAt = submittedAt;
        SplittableRandom dice = life.dice(5);
        approvedAt = At.office(life.approvedOn, dice);
        direct = life.inhouse() || life.startOn < At.firstDay(Plot.PRELUDE);
        withdrawnAt = life.withdrawnOn == At.NEVER ? UNKNOWN : At.office(life.withdrawnOn, dice);
        boolean starts = life.startOn != At.NEVER;
        firstVisitAt = starts ? Diary.firstVisit(life) : UNKNOWN;
        startToldAt = starts ? At.moment(life.startOn + 1, VisitRows.RECORDED) : UNKNOWN;
        endToldAt = life.lastDay == At.NEVER ? UNKNOWN : At.office(life.lastDay + 1, dice);
        endReason = Words.one(dice, "ends");
        int waits = starts ? life.startOn - life.approvedOn : At.NEVER;
        if (life.startOn >= At.firstDay(Plot.PRELUDE)) {
            if (waits > QUICK) lose(life.approvedOn + 1, dice);
            if (waits > 100 && life.held.isEmpty()) lose(life.approvedOn + 50, dice);
            if (starts && !direct) win(waits > QUICK ? life.startOn - 16 : life.approvedOn + 1, dice);
        }
        if (starts && direct) award(At.office(life.startOn - 6, dice), dice);
        rounds.removeIf(round -> round.publishedAt() >= withdrawnAt);
    }

    private void lose(int day, SplittableRandom dice) {
        rounds.add(round(day, false, dice));
    }

    private void win(int day, SplittableRandom dice) {
        Round round = round(day, true, dice);
        rounds.add(round);
        award(round.decidedAt() + 1800, dice);
    }

    private void award(long at, SplittableRandom dice) {
        offeredAt = at;
        int day = (int) (at / 86_400);
        acceptedAt = At.office(day + 1, dice);
    }

    private Round round(int day, boolean won, SplittableRandom dice) {
        int published = At.workday(day);
        int closes = At.workday(published + 2);
        long publishedAt = At.moment(published, 9 * 60 + dice.nextInt(5 * 60));
        long decidedAt = At.office(closes + 1, dice);
        return new Round(rounds.size() + 1, publishedAt, At.moment(closes, 12 * 60), decidedAt, won);
    }

    /** One more round that the story does not know, for the work of today. */
    void advertise(long publishedAt, long deadline) {
        rounds.add(new Round(rounds.size() + 1, publishedAt, deadline, UNKNOWN, false));
    }

    /** One more round with an offer on the table. */
    void offer(long publishedAt, long deadline, long at) {
        rounds.add(new Round(rounds.size() + 1, publishedAt, deadline, at, true));
        offeredAt = at;
        acceptedAt = UNKNOWN;
    }

    /** What follows in the story is not to happen, because today's work takes its place. */
    void forgetAfter(long now) {
        rounds.removeIf(round -> round.publishedAt() > now);
    }
}
