package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Packages of care. The rooms that find and start care call the verbs below; each checks the state, writes a dated row of
 * history saying who, when and why, and an audit entry, in the caller's transaction.
 */
@Service
public class CarePackages {
    /** The package for the person asking: own team for social workers and managers, all approved ones for brokers. */
    public PackageFacts facts(Actor actor, PackageRef ref) {
        throw new UnsupportedOperationException();
    }

    /** For rooms that already know the person asking may act on it. */
    public PackageFacts facts(PackageId id) {
        throw new UnsupportedOperationException();
    }

    /** Which details of the person stand in these texts; see {@code People.detailsIn}. */
    public List<String> personalDetailsIn(PackageId id, List<String> texts) {
        throw new UnsupportedOperationException();
    }

    /** An advert went out: APPROVED or UNSOURCED becomes SOURCING; a package already being sourced stays. */
    public void sourcing(Actor actor, PackageId id) {
        throw new UnsupportedOperationException();
    }

    /** A round ended without an award: SOURCING becomes UNSOURCED. */
    public void unsourced(Actor actor, PackageId id, String reason) {
        throw new UnsupportedOperationException();
    }

    /** A provider accepted: APPROVED, SOURCING or UNSOURCED becomes AWARDED. Still waiting: an award is not care. */
    public void awarded(Actor actor, PackageId id) {
        throw new UnsupportedOperationException();
    }

    /** An award was undone before the first visit: AWARDED becomes UNSOURCED. */
    public void awardUndone(Actor actor, PackageId id, String reason) {
        throw new UnsupportedOperationException();
    }

    /**
     * The first visit of the provider that stays happened: the package is LIVE from that moment.
     *
     * @param whole all call lines now have a provider; if not, the package goes on waiting with cover PART
     */
    public void careStarted(Actor actor, PackageId id, Instant firstVisit, boolean whole) {
        throw new UnsupportedOperationException();
    }

    /** Somebody else looks after the person from this moment; append only. */
    public void coverChanged(Actor actor, PackageId id, Cover cover, Instant effective) {
        throw new UnsupportedOperationException();
    }
}
