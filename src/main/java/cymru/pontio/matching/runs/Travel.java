package cymru.pontio.matching.runs;

import java.util.Map;

/**
 * How long the way from one home to another takes, as far as can be told from the areas alone: the straight line between
 * their middles, or between two homes of one area what is usual there, times a factor for winding roads.
 *
 * @param centres by the code of the area; areas that are not there have no known distance to others
 * @param factor kilometres of road for one as the crow flies
 * @param withinKm as the crow flies between two homes of one area
 * @param kmPerHour on the road, doors included
 */
public record Travel(Map<String, Centre> centres, double factor, double withinKm, double kmPerHour) {
    /** The distance is not known. */
    public static final int UNKNOWN = -1;

    /** Whole kilometres on the National Grid. */
    public record Centre(int eastKm, int northKm) {}

    public Travel {
        if (factor < 1 || withinKm <= 0 || kmPerHour <= 0) throw new IllegalArgumentException("no way to travel");
        centres = Map.copyOf(centres);
    }

    /** Whole minutes, rounded up; {@link #UNKNOWN} where an area has no middle. */
    public int minutes(String from, String to) {
        if (from.equals(to)) return minutes(withinKm);
        Centre one = centres.get(from);
        Centre other = centres.get(to);
        if (one == null || other == null) return UNKNOWN;
        return minutes(Math.max(withinKm, Math.hypot(one.eastKm - other.eastKm, one.northKm - other.northKm)));
    }

    private int minutes(double km) {
        return (int) Math.ceil(km * factor * 60 / kmPerHour - 1e-9);
    }
}
