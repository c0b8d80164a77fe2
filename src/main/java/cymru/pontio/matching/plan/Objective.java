package cymru.pontio.matching.plan;

import cymru.pontio.matching.plan.PlanInput.Need;
import cymru.pontio.matching.plan.PlanInput.Pair;
import java.util.List;

/**
 * What makes one plan better than another, in points. The order stands in the sizes: a minute of routine care counts
 * 10,000, and in a more urgent package two, four or eight times that, with 20 more for each day of waiting; beside the
 * minutes come people, each as so many of them; what suits best at most 1,000 a minute; a pound an hour saved 10; fair
 * shares at most 10. So nobody is left out for the sake of what only suits better, nothing that suits clearly better is given
 * up for money, and shares decide between equals. Whoever is still cared for, until a provider leaves, counts a part of who
 * waits.
 *
 * @param urgency worth of a minute, from routine to danger
 * @param day points a minute for each day of waiting, for a year at the most
 * @param person each counts as so many minutes more
 * @param later divides the worth of the minutes of a person who is still cared for
 * @param suitability points a minute for each point of suitability
 * @param pound points a minute lost for each pound an hour above the cheapest
 * @param fairness points a minute for each point of fairness
 */
public record Objective(
        List<Integer> urgency, int day, int person, int later, int suitability, int pound, int fairness) {
    private static final int YEAR = 365;
    private static final List<Integer> DOUBLING = List.of(10_000, 20_000, 40_000, 80_000);
    private static final List<Integer> ALIKE = List.of(10_000, 10_000, 10_000, 10_000);

    /** The order of the council: urgency and safety, people and hours, suitability, cost, fair shares. */
    public static final Objective USUAL = new Objective(DOUBLING, 20, 60, 2, 10, 10, 1);

    /** As many people as can be, each counting as twenty hours. */
    public static final Objective PEOPLE = new Objective(ALIKE, 20, 1_200, 100, 10, 10, 1);

    /** As many hours as can be. */
    public static final Objective HOURS = new Objective(ALIKE, 20, 0, 100, 10, 10, 1);

    /** Each step of urgency outweighs ten times the hours of the step below. */
    public static final Objective URGENCY =
            new Objective(List.of(1_000, 10_000, 100_000, 1_000_000), 20, 60, 2, 10, 10, 1);

    /** Six pounds an hour are worth leaving a routine hour for another day. */
    public static final Objective COST = new Objective(DOUBLING, 20, 60, 2, 10, 1_500, 1);

    /** @param cheapest pence an hour of the cheapest pair there is */
    long worth(Need need, Pair pair, int cheapest) {
        long minute = urgency.get(need.urgency() - 1) + (long) day * Math.min(need.waited(), YEAR);
        long placed = minute * (need.minutes() + (long) person * need.people()) / (need.people() == 0 ? later : 1);
        long fit = (long) need.minutes() * (suitability * pair.suitability() + fairness * pair.fairness());
        long dear = (long) need.minutes() * pound * (pair.pence() - cheapest) / 100;
        return placed + fit - dear;
    }
}
