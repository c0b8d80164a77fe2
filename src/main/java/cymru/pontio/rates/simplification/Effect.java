package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Money;
import cymru.pontio.rates.MinimumPrice;
import cymru.pontio.rates.PriceZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who gains and who loses by a proposal, and what it costs. A year is fifty-two weeks. */
record Effect(List<Line> lines, Map<UUID, String> names, List<MinimumPrice> minima) {
    private static final BigDecimal WEEKS = BigDecimal.valueOf(52);
    private static final int PLACES = 1;

    /** Sums over some of the lines; hours of people and hours of workers side by side, never added. */
    record Sum(List<Line> lines) {
        public int placements() {
            return lines.size();
        }

        public long gain() {
            return lines.stream().filter(one -> one.weekMore().signum() > 0).count();
        }

        public long lose() {
            return lines.stream().filter(one -> one.weekMore().signum() < 0).count();
        }

        public int userMinutes() {
            return lines.stream().mapToInt(Line::userMinutes).sum();
        }

        public int carerMinutes() {
            return lines.stream().mapToInt(Line::carerMinutes).sum();
        }

        public BigDecimal weekBefore() {
            return sum(Line::weekBefore);
        }

        public BigDecimal weekAfter() {
            return sum(Line::weekAfter);
        }

        public BigDecimal weekMore() {
            return weekAfter().subtract(weekBefore());
        }

        public BigDecimal yearBefore() {
            return weekBefore().multiply(WEEKS);
        }

        public BigDecimal yearAfter() {
            return weekAfter().multiply(WEEKS);
        }

        public BigDecimal yearMore() {
            return weekMore().multiply(WEEKS);
        }

        private BigDecimal sum(Function<Line, BigDecimal> part) {
            return lines.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    record OfProvider(String name, Sum sum) {}

    /** All placements of a zone and length of visit, with the rates they get. */
    record OfGroup(PriceZone zone, VisitLength length, List<Money> rates, Sum sum) {}

    /** Percentages of the hours of a week, to one place, of workers (which are paid) and of people. */
    record Below(
            MinimumPrice minimum,
            BigDecimal carerBefore,
            BigDecimal carerAfter,
            BigDecimal userBefore,
            BigDecimal userAfter) {}

    public Sum total() {
        return new Sum(lines);
    }

    public long distinctBefore() {
        return lines.stream().map(Line::was).distinct().count();
    }

    public long distinctAfter() {
        return lines.stream().map(Line::rate).distinct().count();
    }

    /** By name. */
    public List<OfProvider> providers() {
        return lines.stream().collect(Collectors.groupingBy(Line::provider)).entrySet().stream()
                .map(one -> new OfProvider(names.getOrDefault(one.getKey(), ""), new Sum(one.getValue())))
                .sorted(Comparator.comparing(OfProvider::name))
                .toList();
    }

    public List<OfGroup> groups() {
        Map<Grouping.Key, List<Line>> groups = new TreeMap<>(Grouping.Key.ORDER);
        groups.putAll(lines.stream().collect(Collectors.groupingBy(one -> new Grouping.Key(one.zone(), one.length()))));
        return groups.values().stream().map(Effect::group).toList();
    }

    public List<Below> below() {
        return minima.stream()
                .map(minimum -> new Below(
                        minimum,
                        share(Line::was, Line::carerMinutes, minimum),
                        share(Line::rate, Line::carerMinutes, minimum),
                        share(Line::was, Line::userMinutes, minimum),
                        share(Line::rate, Line::userMinutes, minimum)))
                .toList();
    }

    private BigDecimal share(Function<Line, Money> rate, Function<Line, Integer> minutes, MinimumPrice minimum) {
        long all = lines.stream().mapToLong(minutes::apply).sum();
        if (all == 0) return BigDecimal.ZERO;
        long low = lines.stream()
                .filter(one -> minimum.rate().isMoreThan(rate.apply(one)))
                .mapToLong(minutes::apply)
                .sum();
        return BigDecimal.valueOf(100 * low).divide(BigDecimal.valueOf(all), PLACES, RoundingMode.HALF_UP);
    }

    private static OfGroup group(Collection<Line> members) {
        List<Line> lines = List.copyOf(members);
        List<Money> rates = lines.stream().map(Line::rate).distinct().sorted().toList();
        return new OfGroup(lines.getFirst().zone(), lines.getFirst().length(), rates, new Sum(lines));
    }
}
