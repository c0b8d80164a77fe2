package cymru.pontio.bridging;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The council's own team in a week, in carer minutes.
 *
 * @param available declared, enablement included; nothing if nobody declared it
 * @param enablement planned for enablement
 * @param planned promised to bridging, by the days of the week that are bridged
 * @param displaced enablement minutes given up for that
 * @param given bridging minutes recorded
 * @param givenDisplaced enablement minutes that were recorded as given up
 */
record InhouseWeek(
        LocalDate monday,
        @Nullable Integer available,
        int enablement,
        int planned,
        int displaced,
        int given,
        int givenDisplaced) {

    public boolean declared() {
        return available != null;
    }

    /** What nobody has been promised; less than nothing where more was promised than is there. */
    public int free() {
        return (available == null ? 0 : available) - enablement - planned + displaced;
    }

    public boolean overdrawn() {
        return declared() && free() < 0;
    }

    Optional<Obstacle> obstacle(int carerMinutes, int displacing) {
        int enablementLeft = Math.max(0, enablement - displaced);
        if (displacing > Math.min(enablementLeft, carerMinutes))
            return Optional.of(new Obstacle(
                    Obstacle.Kind.TOO_MUCH_ENABLEMENT, monday, Math.min(enablementLeft, carerMinutes), displacing));
        if (carerMinutes > free() + displacing)
            return Optional.of(new Obstacle(Obstacle.Kind.SHORT, monday, free() + displacing, carerMinutes));
        return Optional.empty();
    }
}
