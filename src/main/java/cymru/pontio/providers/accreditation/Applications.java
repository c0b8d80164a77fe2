package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Providers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A provider’s own side: what it says about itself, asking to be let in, answering, leaving. */
@Service
class Applications {
    private final AdmissionRepository admissions;
    private final ProposalRepository proposals;
    private final Dossiers dossiers;
    private final Providers providers;
    private final History history;

    Applications(
            AdmissionRepository admissions,
            ProposalRepository proposals,
            Dossiers dossiers,
            Providers providers,
            History history) {
        this.admissions = admissions;
        this.proposals = proposals;
        this.dossiers = dossiers;
        this.providers = providers;
        this.history = history;
    }

    @Transactional(readOnly = true)
    public ApplicationView own(Actor actor) {
        return dossiers.of(provider(actor));
    }

    /** Its address was given at registration and the link sent there was not used yet. */
    @Transactional(readOnly = true)
    public boolean addressWaits(Actor actor) {
        return dossiers.addresses().waiting(provider(actor));
    }

    /** What the provider itself may read of its history: nothing the council has not decided. */
    @Transactional(readOnly = true)
    public List<History.Entry> ownHistory(Actor actor) {
        return history.of(provider(actor)).stream()
                .filter(entry -> !entry.step().amongCommissioners())
                .toList();
    }

    /** Refused while the council checks: it must not be shown one thing and decide on another. */
    @Transactional
    public void save(Actor actor, Answers.Part part) {
        Admission admission = admissions.hold(provider(actor));
        admission.state().mustNotBeFrozen();
        dossiers.answers().save(admission.provider(), part);
        history.add(actor, admission.provider(), Step.CHANGED, part.task().name(), null);
    }

    /** Nobody confirms what cannot be handed in. */
    @Transactional(readOnly = true)
    public ApplicationView mayApply(Actor actor) {
        ApplicationView own = own(actor);
        own.standing().state().mustAllowApplying();
        mustBeComplete(own, provider(actor));
        return own;
    }

    @Transactional(readOnly = true)
    public ApplicationView mayLeave(Actor actor) {
        ApplicationView own = own(actor);
        own.standing().state().mustAllowLeaving();
        return own;
    }

    @Transactional
    public void apply(Actor actor) {
        Admission admission = admissions.hold(provider(actor));
        mustBeComplete(dossiers.of(admission.provider()), admission.provider());
        admission.apply(admissions.now());
        keep(admission, actor, Step.APPLIED);
    }

    @Transactional(readOnly = true)
    public Queries.Query query(Actor actor, UUID id) {
        return dossiers.queries().open(provider(actor), id);
    }

    @Transactional
    public void answer(Actor actor, UUID id, String answer) {
        Admission admission = admissions.hold(provider(actor));
        Queries queries = dossiers.queries();
        queries.open(admission.provider(), id);
        queries.answer(id, actor, answer);
        long open = queries.of(admission.provider()).stream()
                .filter(Queries.Query::open)
                .count();
        admission.answered((int) open, admissions.now());
        keep(admission, actor, Step.ANSWERED);
    }

    /** No new work from today on; care that is live goes on until somebody else has taken it over. */
    @Transactional
    public void leave(Actor actor) {
        Admission admission = admissions.hold(provider(actor));
        Instant now = admissions.now();
        boolean wasIn = admission.state().isIn();
        admission.leave(now);
        LocalDate today = Zone.dayOf(now);
        if (wasIn && providers.view(admission.provider()).accredited(today))
            providers.lastDay(admission.provider(), today.minusDays(1));
        proposals.open(admission.provider()).ifPresent(open -> {
            open.overtake(actor, now);
            proposals.saveAndFlush(open);
            history.add(actor, admission.provider(), Step.OVERTAKEN, open.kind().name(), null);
        });
        keep(admission, actor, Step.LEFT);
    }

    private void mustBeComplete(ApplicationView said, UUID provider) {
        if (!said.open().isEmpty()) throw new RuleBroken("accreditation.error.incomplete");
        if (dossiers.addresses().waiting(provider)) throw new RuleBroken("accreditation.error.address");
    }

    private void keep(Admission admission, Actor actor, Step step) {
        admissions.saveAndFlush(admission);
        history.add(actor, admission.provider(), step);
    }

    private static UUID provider(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER);
        return actor.organisation();
    }
}
