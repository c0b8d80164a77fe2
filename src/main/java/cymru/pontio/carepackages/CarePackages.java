package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.people.People;
import cymru.pontio.people.PersonId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packages of care. The rooms that find and start care call the verbs below; each checks the state, writes a dated row of
 * history saying who, when and why, and an audit entry, in the caller's transaction.
 */
@Service
public class CarePackages {
    private final PackageShelf shelf;
    private final People people;

    CarePackages(PackageShelf shelf, People people) {
        this.shelf = shelf;
        this.people = people;
    }

    /**
     * The package for the person asking, once it was approved: own team for social workers and managers, all for brokers,
     * commissioners and the council's own home-care team.
     */
    @Transactional(readOnly = true)
    public PackageFacts facts(Actor actor, PackageRef ref) {
        PackageView view = shelf.forColleagues(actor, ref).view();
        return view.facts(shelf.coverOf(view.id()));
    }

    /** For rooms that already know the person asking may act on it. */
    @Transactional(readOnly = true)
    public PackageFacts facts(PackageId id) {
        return shelf.get(id).view().facts(shelf.coverOf(id));
    }

    /** The same, and nobody else changes it until the caller's transaction ends. Before anything of the package is read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PackageFacts held(Actor actor, PackageRef ref) {
        PackageView view = shelf.forDecision(actor, ref).view();
        return view.facts(shelf.coverOf(view.id()));
    }

    /** Nobody else changes the package until the caller's transaction ends. Whoever decides about its care takes this first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(PackageId id) {
        shelf.hold(id);
    }

    /** Which details of the person stand in these texts; see {@code People.detailsIn}. */
    @Transactional(readOnly = true)
    public List<String> personalDetailsIn(PackageId id, List<String> texts) {
        PersonId person = shelf.get(id).view().plan().person();
        return person == null ? List.of() : people.detailsIn(person, texts);
    }

    /** An advert went out: APPROVED or UNSOURCED becomes SOURCING; a package already being sourced stays. */
    @Transactional
    public void sourcing(Actor actor, PackageId id) {
        shelf.step(actor, shelf.hold(id), null, (one, now) -> one.sourcing(actor, now));
    }

    /** A round ended without an award: SOURCING becomes UNSOURCED. */
    @Transactional
    public void unsourced(Actor actor, PackageId id, String reason) {
        shelf.step(actor, shelf.hold(id), null, (one, now) -> one.roundFailed(actor, reason, now));
    }

    /** A provider accepted: APPROVED, SOURCING or UNSOURCED becomes AWARDED. Still waiting: an award is not care. */
    @Transactional
    public void awarded(Actor actor, PackageId id) {
        shelf.step(actor, shelf.hold(id), null, (one, now) -> one.awarded(actor, now));
    }

    /** An award was undone before the first visit: AWARDED becomes UNSOURCED. */
    @Transactional
    public void awardUndone(Actor actor, PackageId id, String reason) {
        shelf.step(actor, shelf.hold(id), null, (one, now) -> one.awardUndone(actor, reason, now));
    }

    /**
     * The first visit of the provider that stays happened: the package is LIVE from that moment.
     *
     * @param whole all call lines now have a provider; if not, the package goes on waiting with cover PART, unless somebody
     *     covers all of it
     */
    @Transactional
    public void careStarted(Actor actor, PackageId id, Instant firstVisit, boolean whole) {
        CarePackage held = shelf.hold(id);
        shelf.step(actor, held, null, (one, now) -> one.careStarted(actor, firstVisit, whole));
        if (!whole) shelf.partSince(id, firstVisit).ifPresent(since -> coverChanged(actor, id, Cover.PART, since));
    }

    /**
     * A first visit earlier than those known, of a provider that has given notice or left: the package began then, and is
     * otherwise as it is.
     */
    @Transactional
    public void careHadStarted(Actor actor, PackageId id, Instant firstVisit) {
        shelf.hold(id).careHadStarted(actor, firstVisit);
    }

    /** Somebody else looks after the person from this moment; append only. */
    @Transactional
    public void coverChanged(Actor actor, PackageId id, Cover cover, Instant effective) {
        CarePackage held = shelf.hold(id);
        held.cover(actor, cover, effective);
        shelf.publishCover(actor, held, cover, effective);
    }

    /**
     * A provider leaves, and its care is still needed: LIVE becomes RESOURCING from that moment, AWARDED becomes UNSOURCED;
     * where another provider is sought already nothing changes.
     *
     * @param stays it cares until its notice is over, and the person does not wait before
     */
    @Transactional
    public void providerLeaves(Actor actor, PackageId id, Instant effective, CareEnd reason, boolean stays) {
        CarePackage held = shelf.hold(id);
        boolean[] lived = {false};
        shelf.step(
                actor,
                held,
                reason.name(),
                (one, now) -> lived[0] = one.providerLeaves(actor, reason.name(), effective));
        if (lived[0] && stays) coverChanged(actor, id, Cover.LEAVING, effective);
    }

    /** The care is over, and nobody is sought for it any more: ENDED from that moment. */
    @Transactional
    public void ended(Actor actor, PackageId id, Instant effective, String reason) {
        shelf.step(actor, shelf.hold(id), reason, (one, now) -> one.end(actor, reason, effective));
    }
}
