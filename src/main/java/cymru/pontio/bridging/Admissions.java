package cymru.pontio.bridging;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bridging ends for hospital only with the stay: on the list of those away somebody promises the return. */
@Service
class Admissions {
    private final EpisodeShelf shelf;
    private final BridgedDays days;
    private final Absences absences;
    private final CoverTimeline covers;

    Admissions(EpisodeShelf shelf, BridgedDays days, Absences absences, CoverTimeline covers) {
        this.shelf = shelf;
        this.days = days;
        this.absences = absences;
        this.covers = covers;
    }

    /** What follows from a stay that is told now ends the bridging; where the stay was known before, it is ended here. */
    @Transactional
    public void admitted(Actor actor, EpisodeRef ref, Instant away) {
        actor.must(Role.INHOUSE_COORDINATOR);
        Episode read = shelf.read(ref);
        read.mustRun();
        if (days.recordedAfter(read.id(), Zone.dayOf(away)))
            throw new RuleBroken("bridging.error.recordedLater", ref.value());
        PackageId carePackage = read.view().carePackage();
        Instant from = absences.admitted(actor, carePackage, away);
        Episode episode = shelf.hold(ref);
        if (!episode.active()) return;
        LocalDate last = episode.endWith(actor, Zone.dayOf(from), EndReason.HOSPITAL, shelf.now());
        shelf.tell(EpisodeEvents.BridgingEnded.of(actor, ref, EndReason.HOSPITAL, last));
        covers.change(actor, carePackage, covers.after(carePackage, EndReason.HOSPITAL), from);
    }
}
