package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.bidding.RankedBid;
import cymru.pontio.bidding.Together;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way to award the adverts of a bundle: at most one bid for each. What a provider wants only together is in it whole or
 * not at all.
 *
 * @param left adverts for which nobody is chosen
 */
public record Combination(List<Pick> picks, List<AdvertFacts> left) {
    /**
     * One advert that is to be decided, with the bids that may be chosen.
     *
     * @param bids best first, those that no longer stand left out
     */
    public record Row(AdvertFacts advert, PackageFacts facts, List<RankedBid> bids) {}

    /**
     * The bid chosen for one advert.
     *
     * @param hours a week of the calls it offers
     * @param week pounds for the carers' hours of a week at its rate
     * @param top no better bid stands, whether it is wanted only together or not
     */
    public record Pick(
            AdvertFacts advert,
            PackageFacts facts,
            RankedBid bid,
            WeeklyHours hours,
            Money week,
            Money year,
            Money plan,
            boolean top) {
        Set<SecondPerson.Cause> causes() {
            return SecondPerson.causes(top, false, bid.exceptional() != null, year, plan);
        }

        /** Pounds a year that it costs more than the approved plan; below nothing where it costs less. */
        public Money more() {
            return new Money(year.pounds().subtract(plan.pounds()));
        }
    }

    /**
     * What comes next for one bid.
     *
     * @param causes why a second person is asked about it
     * @param offered its offer goes out at once: nobody is asked about it, nor about what it is wanted together with
     */
    public record Next(Pick pick, Set<SecondPerson.Cause> causes, boolean offered) {}

    public Combination {
        picks = List.copyOf(picks);
        left = List.copyOf(left);
    }

    /** Pounds a week of all of it. */
    public Money week() {
        return new Money(picks.stream().map(one -> one.week().pounds()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** User minutes a week. */
    public int userMinutes() {
        return picks.stream().mapToInt(one -> one.hours().user().minutes()).sum();
    }

    /** Points of each bid weighed by the user hours it gives; three places, half up. */
    public BigDecimal points() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Pick one : picks)
            sum = sum.add(one.bid()
                    .score()
                    .total()
                    .multiply(BigDecimal.valueOf(one.hours().user().minutes())));
        return userMinutes() == 0
                ? BigDecimal.ZERO
                : sum.divide(BigDecimal.valueOf(userMinutes()), 3, RoundingMode.HALF_UP);
    }

    public Set<SecondPerson.Cause> causes() {
        Set<SecondPerson.Cause> causes = EnumSet.noneOf(SecondPerson.Cause.class);
        picks.forEach(one -> causes.addAll(one.causes()));
        return causes;
    }

    public List<Next> next() {
        Set<UUID> asked = new HashSet<>();
        together().forEach((id, group) -> {
            if (group.stream().anyMatch(one -> !one.causes().isEmpty())) asked.add(id);
        });
        return picks.stream()
                .map(one -> new Next(
                        one,
                        one.causes(),
                        one.causes().isEmpty()
                                && (one.bid().together() == null
                                        || !asked.contains(one.bid().together().id()))))
                .toList();
    }

    public boolean allTop() {
        return picks.stream().allMatch(Pick::top);
    }

    /** By one provider, all of it. */
    public boolean whole() {
        return left.isEmpty() && providers().size() == 1;
    }

    public Set<String> providers() {
        Set<String> names = new HashSet<>();
        picks.forEach(one -> names.add(one.bid().providerName()));
        return names;
    }

    /** References of its bids, in the order of the adverts. */
    public List<String> bids() {
        return picks.stream().map(one -> one.bid().ref().value()).toList();
    }

    /** Those that its provider wants only together; by the bids they were made with. */
    Map<UUID, List<Pick>> together() {
        Map<UUID, List<Pick>> groups = new LinkedHashMap<>();
        for (Pick one : picks) {
            Together together = one.bid().together();
            if (together != null && together.only())
                groups.computeIfAbsent(together.id(), id -> new ArrayList<>()).add(one);
        }
        return groups;
    }

    /** All or nothing: the law of the bids that are wanted only together. */
    Combination mustBeWhole() {
        for (List<Pick> group : together().values()) {
            Together together = group.getFirst().bid().together();
            if (together != null && group.size() < together.bids().size())
                throw new RuleBroken(
                        "placements.error.onlyTogether", together.bundle().value());
        }
        return this;
    }

    boolean isWhole() {
        return together().values().stream().allMatch(group -> {
            Together together = group.getFirst().bid().together();
            return together == null || group.size() == together.bids().size();
        });
    }

    /** What makes a pick of a bid: its cost and what was approved. */
    interface Pricing {
        Pick pick(Row row, RankedBid bid);
    }

    /**
     * The ways worth looking at: each provider that could have all; for each advert the best bid that stands by itself; and
     * whatever somebody wants only together, with the best for the rest. Most adverts first, then most points, then the least
     * cost.
     */
    static List<Combination> worthwhile(List<Row> rows, Pricing pricing) {
        List<Combination> found = new ArrayList<>();
        Set<UUID> providers = new HashSet<>();
        rows.forEach(row -> row.bids().forEach(bid -> providers.add(bid.provider())));
        for (UUID provider : providers) {
            add(found, of(rows, pricing, provider, false));
            add(found, of(rows, pricing, provider, true));
        }
        add(found, of(rows, pricing, null, true));
        found.sort(Comparator.comparingInt((Combination one) -> one.left().size())
                .thenComparing(Combination::points, Comparator.reverseOrder())
                .thenComparing(one -> one.week().pounds())
                .thenComparing(one -> one.bids().toString()));
        return List.copyOf(found);
    }

    private static void add(List<Combination> found, Combination one) {
        if (one.picks().isEmpty() || !one.isWhole()) return;
        if (found.stream().noneMatch(other -> other.bids().equals(one.bids()))) found.add(one);
    }

    /** @param rest whether the best bid that stands by itself takes what this provider has not bid for */
    private static Combination of(List<Row> rows, Pricing pricing, @Nullable UUID provider, boolean rest) {
        List<Pick> picks = new ArrayList<>();
        List<AdvertFacts> left = new ArrayList<>();
        for (Row row : rows) {
            RankedBid own = row.bids().stream()
                    .filter(bid -> bid.provider().equals(provider))
                    .filter(bid -> !rest || bid.onlyTogether())
                    .findFirst()
                    .orElse(null);
            RankedBid best = own != null || !rest
                    ? own
                    : row.bids().stream()
                            .filter(bid -> !bid.onlyTogether())
                            .findFirst()
                            .orElse(null);
            if (best == null) left.add(row.advert());
            else picks.add(pricing.pick(row, best));
        }
        return new Combination(picks, left);
    }
}
