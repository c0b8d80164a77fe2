package cymru.pontio.carepackages.absences;

import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which no care is due.
 *
 * @param back from when care is due again; in the future it is a promise, none while nobody knows
 * @param coverBefore who looked after the person while waiting; none where a provider cared
 * @param byProvider the provider reported it; nothing is suspended until the council has confirmed it
 * @param dismissed it turned out not to be so
 * @param settled what follows from the return is done
 */
public record Absence(
        UUID id,
        PackageId carePackage,
        AwayKind kind,
        Instant away,
        @Nullable Instant back,
        @Nullable Cover coverBefore,
        String toldBy,
        Instant told,
        boolean byProvider,
        @Nullable Instant confirmed,
        boolean dismissed,
        boolean settled) {
    public boolean waitsForCouncil() {
        return confirmed == null && !dismissed;
    }

    /** No provider cared yet when the person went. */
    boolean waited() {
        return coverBefore == Cover.NONE || coverBefore == Cover.FAMILY || coverBefore == Cover.BRIDGING;
    }

    /** Away at that moment, as far as is known. */
    public boolean at(Instant moment) {
        return confirmed != null && !away.isAfter(moment) && (back == null || back.isAfter(moment));
    }

    /** Still to come back, be it on a promised day. */
    public boolean open(Instant now) {
        return confirmed != null && !settled && (back == null || back.isAfter(now));
    }
}
