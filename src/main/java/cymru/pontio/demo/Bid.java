package cymru.pontio.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What an agency offers in a round.
 *
 * @param number within the round
 */
record Bid(Life life, Round round, int number, int agency, BigDecimal rate, int startOn, long submittedAt) {
    private static final int MOST = 5;

    /** All bids of a round that is won, the winner's first; none where nobody could take the work on. */
    static List<Bid> of(Course course, Round round, Envelopes envelopes) {
        Life life = course.life;
        SplittableRandom dice = life.dice(100 + round.number());
        List<Bid> bids = new ArrayList<>();
        boolean decided = round.decidedAt() != Long.MAX_VALUE;
        if (!round.won() && decided) return bids;
        if (round.won()) bids.add(one(life, round, 0, life.agency, envelopes, dice));
        for (int agency : Agency.suited(life)) {
            boolean keen = Dice.chance(
                    dice, decided ? 150 + 25 * Agency.ALL.get(agency).size() : 330);
            boolean leftToTry = !decided && agency == 0;
            if (keen && !leftToTry && agency != life.agency && bids.size() < MOST) {
                bids.add(one(life, round, bids.size(), agency, envelopes, dice));
            }
        }
        return bids;
    }

    private static Bid one(Life life, Round round, int number, int agency, Envelopes envelopes, SplittableRandom dice) {
        int published = (int) (round.publishedAt() / 86_400);
        boolean wins = number == 0 && round.won();
        int steps =
                Agency.ALL.get(agency).rateSteps() + envelopes.stepsIn(life.where()) + dice.nextInt(4) - (wins ? 3 : 0);
        BigDecimal rate = Envelopes.rate(envelopes.on(published), Math.max(0, steps));
        int start = wins && life.startOn != At.NEVER
                ? life.startOn
                : startEarliest(life, round) + dice.nextInt(wins ? 2 : 9);
        long open = round.deadline() - round.publishedAt();
        long at = round.publishedAt() + 1200 + dice.nextLong(Math.max(1, open - 2400));
        return new Bid(life, round, number, agency, rate, start, at);
    }

    /** From when the advert asks for care; the winner of the story begins within two days of it. */
    static int startEarliest(Life life, Round round) {
        int published = (int) (round.publishedAt() / 86_400);
        return round.won() && life.startOn != At.NEVER ? life.startOn - life.number % 3 : published + 8;
    }

    UUID id() {
        return Dice.key(submittedAt, life.number, 300 + round.number(), number);
    }

    String ref() {
        return Refs.of("BID", (life.number * 4 + round.number() % 4) * 8 + number);
    }
}
