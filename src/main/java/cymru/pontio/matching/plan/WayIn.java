package cymru.pontio.matching.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would let in a package that is left out: one thing, or two. It was really tried: with it changed, everybody who has
 * a place keeps one and the package has its own, and a plan made anew places the package too.
 *
 * @param supply the provider that would take it
 * @param rule the hard rule that would have to be met; none if none is broken
 * @param more hours it would have to have more, by part of the day; none if hours are not lacking
 * @param week worker minutes a week by which its weekly limit would have to be higher
 * @param pence what the package would cost a week
 */
public record WayIn(String supply, @Nullable String rule, List<More> more, int week, long pence) {
    /**
     * @param workers 1 or 2 where the provider declares them apart; 0 for hours that serve either
     * @param minutes worker minutes a week
     */
    public record More(String part, int workers, int minutes) {
        /** As they are declared: two workers at once are with the person for half of that. */
        public int userMinutes() {
            return minutes / Math.max(1, workers);
        }
    }

    /** Worker minutes a week that are lacking. */
    public int minutes() {
        return Math.max(week, more.stream().mapToInt(More::minutes).sum());
    }

    public int constraints() {
        return (rule == null ? 0 : 1) + (minutes() > 0 ? 1 : 0);
    }
}
