package cymru.pontio.matching.plan;

import cymru.pontio.matching.plan.PlanInput.Call;
import cymru.pontio.matching.plan.PlanInput.Need;
import cymru.pontio.matching.plan.PlanInput.Pair;
import cymru.pontio.matching.plan.PlanInput.Slot;
import cymru.pontio.matching.plan.PlanInput.Supply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Counties with more need than spare hours, made from a seed: localities of unlike size, providers who serve one to seven
 * of them, calls in one to four parts of the day, 18 % with two workers, skills, Welsh as a need (8 %) or a wish (25 %),
 * gender of the worker (12 %), four steps of urgency; spare hours come to 70 % of the need, with a weekly limit.
 */
public final class ExampleCounty {
    private static final List<String> PARTS = List.of("MORNING", "LUNCH", "TEA", "BED");
    private static final int[] LENGTHS = {30, 30, 45, 45, 60};
    private static final int SKILLS = 6;
    private static final double SUPPLY = 0.7;
    private static final double SLACK = 1.15;

    private final SplittableRandom dice;
    private final int localities;
    private final int counties;
    private final List<Wish> wishes = new ArrayList<>();
    private final List<Agency> agencies = new ArrayList<>();
    private final double[] demand;

    private record Wish(Need need, int locality, int skills, int welsh, boolean woman) {}

    private record Agency(Set<Integer> localities, int skills, boolean welsh, boolean women, int pounds, int quality) {}

    private ExampleCounty(int localities, int counties, long seed) {
        this.dice = new SplittableRandom(seed);
        this.localities = localities;
        this.counties = counties;
        this.demand = new double[localities];
    }

    /** One county of thirteen localities. */
    public static PlanInput of(int packages, int providers, long seed) {
        return of(packages, providers, 13, 1, seed);
    }

    /** @param localities of all counties together, a multiple of their number */
    public static PlanInput of(int packages, int providers, int localities, int counties, long seed) {
        ExampleCounty example = new ExampleCounty(localities, counties, seed);
        for (int i = 0; i < packages; i++) example.wish(i);
        for (int i = 0; i < providers; i++) example.agency(i % counties);
        List<Supply> supplies = example.supplies();
        return new PlanInput(example.wishes.stream().map(Wish::need).toList(), supplies, example.pairs(supplies));
    }

    private void wish(int number) {
        double[] size = IntStream.range(0, localities)
                .mapToDouble(l -> 1 / (1 + l % (localities / counties) * 0.5))
                .toArray();
        int locality = weighted(size);
        List<String> parts = new ArrayList<>(PARTS);
        Collections.shuffle(parts, new Random(dice.nextLong()));
        int workers = dice.nextDouble() < 0.18 ? 2 : 1;
        List<Call> calls = parts.subList(0, 1 + dice.nextInt(PARTS.size())).stream()
                .map(part -> new Call(part, workers, 7 * LENGTHS[dice.nextInt(LENGTHS.length)]))
                .toList();
        Need need = new Need("P" + number, "L" + locality, calls, 1, 1 + dice.nextInt(4), 0, false);
        double welsh = dice.nextDouble();
        wishes.add(new Wish(
                need, locality, skills(0.12), welsh < 0.08 ? 2 : welsh < 0.33 ? 1 : 0, dice.nextDouble() < 0.12));
        demand[locality] += need.workerMinutes();
    }

    private void agency(int county) {
        int each = localities / counties;
        Set<Integer> served = new TreeSet<>();
        int count = 1 + dice.nextInt(Math.min(7, each));
        while (served.size() < count) served.add(county * each + dice.nextInt(each));
        agencies.add(new Agency(
                served,
                skills(0.7),
                dice.nextDouble() < 0.3,
                dice.nextDouble() < 0.8,
                18 + dice.nextInt(13),
                dice.nextInt(11)));
    }

    private List<Supply> supplies() {
        double all = Arrays.stream(demand).sum() * SUPPLY;
        List<Map<Slot, Integer>> spare = new ArrayList<>();
        agencies.forEach(one -> spare.add(new HashMap<>()));
        double given = 0;
        while (given < all * SLACK) {
            int agency = dice.nextInt(agencies.size());

            List<Integer> inOrder =
                    agencies.get(agency).localities.stream().sorted().toList();
            int locality = inOrder.get(
                    weighted(inOrder.stream().mapToDouble(l -> demand[l] + 1).toArray()));
            for (String part : PARTS) {
                int minutes = 15 * (14 + dice.nextInt(43));
                spare.get(agency).merge(new Slot("L" + locality, part, 0), minutes, Integer::sum);
                given += minutes;
            }
        }
        return IntStream.range(0, agencies.size())
                .mapToObj(i -> new Supply("A" + i, spare.get(i), week(spare.get(i))))
                .toList();
    }

    private static int week(Map<Slot, Integer> spare) {
        int sum = spare.values().stream().mapToInt(minutes -> minutes).sum();
        return (int) Math.round(sum / SLACK / 15) * 15;
    }

    private List<Pair> pairs(List<Supply> supplies) {
        List<Pair> pairs = new ArrayList<>();
        for (int n = 0; n < wishes.size(); n++)
            for (int s = 0; s < supplies.size(); s++) {
                Wish wish = wishes.get(n);
                Agency agency = agencies.get(s);
                if (!agency.localities.contains(wish.locality)) continue;
                List<String> broken = new ArrayList<>();
                if ((wish.skills & ~agency.skills) != 0) broken.add("training");
                if (wish.welsh == 2 && !agency.welsh) broken.add("welsh");
                if (wish.woman && !agency.women) broken.add("gender");
                int suits = agency.quality * 7 + (wish.welsh == 1 && agency.welsh ? 30 : 0);
                pairs.add(new Pair(n, s, broken, suits, agency.pounds * 100, 0));
            }
        return pairs;
    }

    private int skills(double share) {
        return IntStream.range(0, SKILLS)
                .filter(skill -> dice.nextDouble() < share)
                .map(skill -> 1 << skill)
                .sum();
    }

    private int weighted(double[] weights) {
        double lot = dice.nextDouble() * Arrays.stream(weights).sum();
        int at = 0;
        while (at < weights.length - 1 && lot >= weights[at]) lot -= weights[at++];
        return at;
    }
}
