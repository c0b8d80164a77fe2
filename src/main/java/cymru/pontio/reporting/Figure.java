package cymru.pontio.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One measure over one period, for one area and provider or for all.
 *
 * @param cases of how many: the denominator of a share, in minutes where hours are shared, and how much stands behind a spread
 * @param met of the cases, those that meet the test
 * @param userMinutes minutes that people received, in the period
 * @param carerMinutes minutes of workers, in the period
 * @param people distinct people
 * @param median of the days; none where there is no case
 * @param ninetieth the days that nine of ten cases do not exceed
 */
record Figure(
        Measure measure,
        long cases,
        long met,
        long userMinutes,
        long carerMinutes,
        long people,
        @Nullable BigDecimal median,
        @Nullable Integer ninetieth,
        @Nullable BigDecimal mean,
        @Nullable Integer longest) {

    /** Fewer cases than this could be recognised by who knows the place. */
    static final int FEWEST = 5;

    static Figure none(Measure measure) {
        return new Figure(measure, 0, 0, 0, 0, 0, null, null, null, null);
    }

    /** Cases that meet the test in a hundred, to one place, half-up; none of nothing is no share. */
    public @Nullable BigDecimal percent() {
        if (cases == 0) return null;
        return BigDecimal.valueOf(met * 100).divide(BigDecimal.valueOf(cases), 1, RoundingMode.HALF_UP);
    }

    /** Whether so few stand behind it that it must not be told to those who may not see the cases. */
    public boolean few() {
        return few(behind());
    }

    /** Whether this figure less that one, which its reader knows, would tell of so few. */
    boolean tellsOfFew(Figure known) {
        return few() || few(behind() - known.behind());
    }

    /** People where they are known, else cases. */
    private long behind() {
        return people > 0 ? people : cases;
    }

    private static boolean few(long behind) {
        return behind > 0 && behind < FEWEST;
    }
}
