package cymru.pontio.adverts;

import cymru.pontio.adverts.allocation.AllocationMode;
import cymru.pontio.adverts.allocation.DirectReason;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way a round goes to the market, as the patch says or as the broker decided against it.
 *
 * @param mode of the patch when the round was published
 * @param holder who is asked first; absent where the round is open to all from the start
 * @param until when it opens to the others
 * @param released when the holder declined or could no longer take the work, which ended its time
 * @param endedFor why it could no longer take the work, if that ended its time
 * @param takenUp the holder bid in time: nobody else will see the round. Known only once its time is up
 * @param meant who would have been asked first
 * @param skipped why nobody is asked first although the patch says so
 * @param overrideReason why the broker did otherwise than the patch says
 * @param ground on which packages of the patch are awarded directly
 */
record Route(
        AllocationMode mode,
        @Nullable UUID holder,
        @Nullable String holderName,
        @Nullable Instant until,
        @Nullable Instant released,
        Set<NotAsked> endedFor,
        boolean takenUp,
        @Nullable UUID meant,
        Set<NotAsked> skipped,
        String overrideReason,
        @Nullable DirectReason ground) {
    static final Route OPEN =
            new Route(AllocationMode.OPEN, null, null, null, null, Set.of(), false, null, Set.of(), "", null);

    static Route first(AllocationMode mode, UUID holder, String name, Instant until) {
        return new Route(mode, holder, name, until, null, Set.of(), false, null, Set.of(), "", null);
    }

    static Route skipped(AllocationMode mode, @Nullable UUID meant, @Nullable String name, Set<NotAsked> reasons) {
        return new Route(mode, null, name, null, null, Set.of(), false, meant, reasons, "", null);
    }

    static Route direct(@Nullable DirectReason ground) {
        return new Route(
                AllocationMode.DIRECT_AWARD, null, null, null, null, Set.of(), false, null, Set.of(), "", ground);
    }

    /** Open to all for a reason of the broker’s own. */
    Route overridden(String reason) {
        return new Route(mode, null, holderName, null, null, Set.of(), false, null, Set.of(), reason, ground);
    }

    public boolean open() {
        return mode == AllocationMode.OPEN;
    }

    public boolean awardsDirectly() {
        return mode == AllocationMode.DIRECT_AWARD;
    }

    /** Whether only the holder sees the round at this moment. */
    public boolean heldAt(Instant now) {
        return until != null && now.isBefore(until);
    }

    /** From when the others have their time. */
    Instant opens(Instant now) {
        return until == null ? now : until;
    }
}
