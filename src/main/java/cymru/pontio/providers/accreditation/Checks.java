package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The council’s side before a decision: reading an application, taking it up, asking. */
@Service
class Checks {
    private final AdmissionRepository admissions;
    private final ProposalRepository proposals;
    private final Dossiers dossiers;
    private final Providers providers;
    private final History history;

    Checks(
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

    /** Everything about one provider’s accreditation. */
    record File(
            ProviderView provider,
            ApplicationView application,
            @Nullable ProposalView proposal,
            List<ProposalKind> possible,
            List<History.Entry> history) {
        public boolean mayAsk() {
            AccreditationState state = application.standing().state();
            return state == AccreditationState.CHECKING || state == AccreditationState.QUERY;
        }

        public boolean mayTakeUp() {
            return application.standing().state() == AccreditationState.APPLIED;
        }

        public boolean mayPropose() {
            return proposal == null && !possible.isEmpty();
        }
    }

    @Transactional(readOnly = true)
    public File file(Actor actor, String ref) {
        ProviderView provider = provider(actor, ref);
        ApplicationView application = dossiers.of(provider.id());
        return new File(
                provider,
                application,
                proposals.open(provider.id()).map(Proposal::view).orElse(null),
                ProposalKind.at(application.standing().state()),
                history.of(provider.id()));
    }

    /** Nobody types a question that cannot be sent. */
    @Transactional(readOnly = true)
    public ProviderView mayAsk(Actor actor, String ref) {
        File file = file(actor, ref);
        if (!file.mayAsk()) throw new RuleBroken("accreditation.error.notChecking");
        return file.provider();
    }

    /** Nor a proposal. */
    @Transactional(readOnly = true)
    public File mayPropose(Actor actor, String ref) {
        File file = file(actor, ref);
        if (file.proposal() != null) throw new RuleBroken("accreditation.error.proposed");
        if (!file.mayPropose()) throw new RuleBroken("accreditation.error.notNow");
        return file;
    }

    /** Nor a no to what is not proposed, or to one’s own proposal. */
    @Transactional(readOnly = true)
    public File mayTurnDown(Actor actor, String ref, UUID id) {
        File file = file(actor, ref);
        ProposalView proposal = file.proposal();
        if (proposal == null || !proposal.id().equals(id)) throw new RuleBroken("accreditation.error.decided");
        if (proposal.mine(actor)) throw new RuleBroken("accreditation.error.ownProposal");
        return file;
    }

    @Transactional
    public void takeUp(Actor actor, String ref) {
        Admission admission = admissions.hold(provider(actor, ref).id());
        admission.takeUp(admissions.now());
        admissions.saveAndFlush(admission);
        history.add(actor, admission.provider(), Step.TAKEN_UP);
    }

    @Transactional
    public void ask(Actor actor, String ref, String question) {
        Admission admission = admissions.hold(provider(actor, ref).id());
        admission.ask(admissions.now());
        admissions.saveAndFlush(admission);
        dossiers.queries().ask(admission.provider(), actor, question);
        history.add(actor, admission.provider(), Step.ASKED);
    }

    private ProviderView provider(Actor actor, String ref) {
        actor.must(Role.COMMISSIONER);
        return providers.byRef(ref);
    }
}
