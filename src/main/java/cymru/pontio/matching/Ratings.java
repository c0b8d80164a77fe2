package cymru.pontio.matching;

import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.pledge.PledgeQuality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How good a provider is, from 0 to 100: the regulator's and the council's assessment count once each, what was measured
 * in its visits twice. Those it does not have yet are left out, and who has none is rated like the middle of the others:
 * otherwise nobody new could ever win. The pledge counts as often as the council has set, for those who are rated.
 */
final class Ratings {
    /** For a round in which nobody is rated. */
    private static final BigDecimal MIDDLE = new BigDecimal("50.00");

    private static final int PLACES = 2;

    private Ratings() {}

    static Optional<BigDecimal> rating(ProviderView provider, PledgeQuality pledge) {
        List<BigDecimal> scores = Stream.of(
                        times(1, provider.regulatorScore()),
                        times(1, provider.councilScore()),
                        times(2, provider.kpiScore()))
                .flatMap(Collection::stream)
                .toList();
        if (scores.isEmpty()) return Optional.empty();
        List<BigDecimal> all = new ArrayList<>(scores);
        all.addAll(times(pledge.weight(), pledge.of(provider.id())));
        return Optional.of(mean(all));
    }

    static BigDecimal median(List<ProviderView> providers, PledgeQuality pledge) {
        List<BigDecimal> rated = providers.stream()
                .map(provider -> rating(provider, pledge))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        if (rated.isEmpty()) return MIDDLE;
        int upper = rated.size() / 2;
        return rated.size() % 2 == 1 ? rated.get(upper) : mean(rated.subList(upper - 1, upper + 1));
    }

    private static List<BigDecimal> times(int count, @Nullable BigDecimal score) {
        return score == null ? List.of() : Collections.nCopies(count, score);
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), PLACES, RoundingMode.HALF_UP);
    }
}
