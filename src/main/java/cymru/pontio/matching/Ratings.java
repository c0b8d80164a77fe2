package cymru.pontio.matching;

import cymru.pontio.kernel.Median;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.pledge.PledgeQuality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a provider is, from 0 to 100, in hundredths: the regulator's and the council's assessment count once each, what
 * was measured in its visits twice. Those it does not have yet are left out, and who has none is rated like the middle of
 * the others. The pledge counts as often as the council has set, for those who are rated.
 */
final class Ratings {
    /** For a market in which nobody is rated. */
    private static final int MIDDLE = 5000;

    private Ratings() {}

    /** {@link Scoring#UNRATED} where nobody has rated it yet. */
    static int rating(ProviderView provider, PledgeQuality pledge) {
        int times = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal score : scores(provider)) {
            if (score == null) continue;
            times++;
            sum = sum.add(score);
        }
        if (times == 0) return Scoring.UNRATED;
        BigDecimal pledged = pledge.of(provider.id()).multiply(BigDecimal.valueOf(pledge.weight()));
        return sum.add(pledged)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(times + pledge.weight()), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static @Nullable BigDecimal[] scores(ProviderView provider) {
        return new @Nullable BigDecimal[] {
            provider.regulatorScore(), provider.councilScore(), provider.kpiScore(), provider.kpiScore()
        };
    }

    static int middle(int[] ratings) {
        List<Integer> rated = Arrays.stream(ratings)
                .filter(one -> one != Scoring.UNRATED)
                .boxed()
                .toList();
        return rated.isEmpty()
                ? MIDDLE
                : Median.of(rated).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
