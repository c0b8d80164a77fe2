package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Providers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files with which providers prove what they say. New ones are in quarantine until a virus scanner has seen them. */
@Service
class Evidences {
    /** Anybody may register; nobody may fill the database. */
    static final int MOST_WAITING = 15;

    private final EvidenceStore store;
    private final AdmissionRepository admissions;
    private final Providers providers;
    private final History history;

    Evidences(EvidenceStore store, AdmissionRepository admissions, Providers providers, History history) {
        this.store = store;
        this.admissions = admissions;
        this.providers = providers;
        this.history = history;
    }

    /** @param name for the file on the reader’s computer */
    @SuppressWarnings("ArrayRecordComponent")
    record Download(String name, FileType type, byte[] content) {}

    @Transactional
    public UUID add(Actor actor, EvidenceUpload upload) {
        actor.must(Role.PROVIDER_MANAGER);
        admissions.hold(actor.organisation());
        long waiting = store.of(actor.organisation()).stream()
                .filter(one -> one.review() == Evidence.Review.WAITING)
                .count();
        if (waiting >= MOST_WAITING) throw new RuleBroken("accreditation.error.tooMany", MOST_WAITING);
        UUID id = Ids.next();
        store.add(id, actor, upload);
        history.add(
                actor, actor.organisation(), Step.EVIDENCE_ADDED, upload.kind().name(), null);
        return id;
    }

    /** The provider’s own. */
    @Transactional(readOnly = true)
    public List<Evidence> own(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER);
        return store.of(actor.organisation());
    }

    /** Nothing that was not scanned and found clean, whoever asks. */
    @Transactional(readOnly = true)
    public Download file(Actor actor, UUID id) {
        Evidence evidence = visible(actor, id);
        if (!evidence.readable()) throw new NotFound();
        String ref = providers.view(evidence.provider()).ref();
        return new Download(evidence.fileName(ref), evidence.type(), store.content(id));
    }

    /** Nobody judges what is judged. */
    @Transactional(readOnly = true)
    public Evidence mayReview(Actor actor, UUID id) {
        actor.must(Role.COMMISSIONER);
        Evidence evidence = visible(actor, id);
        evidence.mustBeReviewable();
        return evidence;
    }

    /** Takes it as proof; where the provider is in already, its last day follows from that. */
    @Transactional
    public void accept(Actor actor, UUID id) {
        Admission admission = hold(actor, id);
        Evidence evidence = visible(actor, id);
        evidence.mustBeReviewable();
        store.review(id, actor, Evidence.Review.ACCEPTED, null);
        history.add(
                actor,
                evidence.provider(),
                Step.EVIDENCE_ACCEPTED,
                evidence.kind().name(),
                null);
        if (admission.state().isIn()) renew(admission);
    }

    @Transactional
    public void reject(Actor actor, UUID id, String reason) {
        hold(actor, id);
        Evidence evidence = visible(actor, id);
        evidence.mustBeReviewable();
        store.review(id, actor, Evidence.Review.REJECTED, reason);
        history.add(
                actor,
                evidence.provider(),
                Step.EVIDENCE_REJECTED,
                evidence.kind().name(),
                reason);
    }

    /** Whoever has lapsed stays so until two people let it in again, even if the clock has not said so yet. */
    private void renew(Admission admission) {
        Instant now = admissions.now();
        UUID provider = admission.provider();
        if (admission.lapse(providers.view(provider).accreditedUntil(), Zone.dayOf(now), now)) {
            admissions.saveAndFlush(admission);
            history.add(History.CLOCK, provider, Step.LAPSED);
            return;
        }
        providers.lastDay(
                provider,
                admission.lastDay(EvidencePolicy.lastDay(store.of(provider)).orElse(null)));
    }

    private Admission hold(Actor actor, UUID id) {
        actor.must(Role.COMMISSIONER);
        Evidence evidence = visible(actor, id);
        if (evidence.kind() == EvidenceKind.PLEDGE) throw new NotFound();
        return admissions.hold(evidence.provider());
    }

    private Evidence visible(Actor actor, UUID id) {
        actor.must(Role.COMMISSIONER, Role.PROVIDER_MANAGER);
        return store.find(id)
                .filter(one -> actor.is(Role.COMMISSIONER) || one.provider().equals(actor.organisation()))
                .orElseThrow(NotFound::new);
    }
}
