package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Money;
import cymru.pontio.rates.Envelope;
import cymru.pontio.rates.simplification.Grouping.Key;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Fewer rates, always the same ones for the same placements. Placements are grouped; each group gets one rate; while there
 * are more rates than wanted, the two neighbours that lie closest are made one, the lower pair first where two pairs are
 * equally close. A rate stays within the envelope. What was agreed above the ceiling was an exception and is left alone.
 */
record Simplifier(SimplifyTerms terms, Envelope envelope) {

    private record Cluster(Key first, List<ZonedRate> members, Money rate) {}

    List<Line> lines(List<ZonedRate> rates) {
        List<Line> lines = new ArrayList<>();
        rates.stream()
                .filter(this::exceptional)
                .forEach(one -> lines.add(Line.of(one, one.live().rate())));
        for (Cluster cluster : merged(grouped(rates)))
            cluster.members.forEach(one -> lines.add(Line.of(one, cluster.rate)));
        lines.sort(Comparator.comparing(Line::ref));
        return lines;
    }

    private boolean exceptional(ZonedRate one) {
        return one.live().rate().isMoreThan(envelope.ceiling());
    }

    private List<Cluster> grouped(List<ZonedRate> rates) {
        Map<Key, List<ZonedRate>> groups = new TreeMap<>(Key.ORDER);
        rates.stream()
                .filter(one -> !exceptional(one))
                .forEach(one -> groups.computeIfAbsent(terms.grouping().key(one), key -> new ArrayList<>())
                        .add(one));
        List<Cluster> clusters = new ArrayList<>();
        groups.forEach((key, members) -> clusters.add(new Cluster(key, members, rate(members))));
        return clusters;
    }

    private List<Cluster> merged(List<Cluster> groups) {
        List<Cluster> clusters = new ArrayList<>(groups);
        while (distinct(clusters) > terms.target()) {
            clusters.sort(Comparator.comparing(Cluster::rate).thenComparing(Cluster::first, Key.ORDER));
            int closest = 0;
            for (int i = 1; i < clusters.size() - 1; i++) {
                if (gap(clusters, i).compareTo(gap(clusters, closest)) < 0) closest = i;
            }
            Cluster lower = clusters.get(closest);
            List<ZonedRate> members = new ArrayList<>(lower.members);
            members.addAll(clusters.remove(closest + 1).members);
            clusters.set(closest, new Cluster(lower.first, members, rate(members)));
        }
        return clusters;
    }

    private static long distinct(List<Cluster> clusters) {
        return clusters.stream().map(Cluster::rate).distinct().count();
    }

    private static BigDecimal gap(List<Cluster> clusters, int lower) {
        return clusters.get(lower + 1)
                .rate
                .pounds()
                .subtract(clusters.get(lower).rate.pounds());
    }

    private Money rate(List<ZonedRate> members) {
        Money rate = switch (terms.basis()) {
            case MEAN -> mean(members, one -> one.live().rate());
            case CARD -> mean(members, ZonedRate::card);
            case HIGHEST ->
                members.stream()
                        .map(one -> one.live().rate())
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        };
        if (envelope.floor().isMoreThan(rate)) return envelope.floor();
        return rate.isMoreThan(envelope.ceiling()) ? envelope.ceiling() : rate;
    }

    private static Money mean(List<ZonedRate> members, Function<ZonedRate, Money> rate) {
        BigDecimal pounds = BigDecimal.ZERO;
        long minutes = 0;
        for (ZonedRate one : members) {
            pounds = pounds.add(rate.apply(one).pounds().multiply(BigDecimal.valueOf(one.carerMinutes())));
            minutes += one.carerMinutes();
        }
        return new Money(pounds.divide(BigDecimal.valueOf(minutes), 2, RoundingMode.HALF_UP));
    }
}
