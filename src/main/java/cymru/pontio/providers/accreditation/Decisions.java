package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.Providers.Supply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letting a provider in, or out, which takes two different commissioners. */
@Service
class Decisions {
    private final AdmissionRepository admissions;
    private final ProposalRepository proposals;
    private final Dossiers dossiers;
    private final Providers providers;
    private final History history;

    Decisions(
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

    @Transactional
    public void propose(Actor actor, String ref, ProposalTerms terms) {
        ProviderView provider = provider(actor, ref);
        Admission admission = admissions.hold(provider.id());
        admission.mayDecide(terms.kind());
        if (proposals.open(provider.id()).isPresent()) throw new RuleBroken("accreditation.error.proposed");
        if (terms.kind().letsIn()) mustBeProved(provider.id(), Objects.requireNonNull(terms.until()));
        proposals.saveAndFlush(Proposal.of(provider.id(), terms, actor, admissions.now()));
        history.add(actor, provider.id(), Step.PROPOSED, terms.kind().name(), terms.reason());
    }

    /**
     * By somebody else than proposed it. Of two who confirm at once one is told that it is done; and what has changed since
     * the proposal was made is looked at again.
     */
    @Transactional
    public void confirm(Actor actor, String ref, UUID id) {
        ProviderView provider = provider(actor, ref);
        Admission admission = admissions.hold(provider.id());
        Proposal proposal = held(id, provider);
        Instant now = admissions.now();
        proposal.confirm(actor, now);
        proposals.saveAndFlush(proposal);
        Step done = carryOut(proposal, admission, provider, now);
        admissions.saveAndFlush(admission);
        history.add(actor, provider.id(), done, null, proposal.reason());
    }

    @Transactional
    public void turnDown(Actor actor, String ref, UUID id, String reason) {
        ProviderView provider = provider(actor, ref);
        admissions.hold(provider.id());
        Proposal proposal = held(id, provider);
        proposal.turnDown(actor, reason, admissions.now());
        proposals.saveAndFlush(proposal);
        history.add(actor, provider.id(), Step.TURNED_DOWN, proposal.kind().name(), reason);
    }

    /** Whoever proposed something may think better of it. */
    @Transactional
    public void withdraw(Actor actor, String ref, UUID id) {
        ProviderView provider = provider(actor, ref);
        admissions.hold(provider.id());
        Proposal proposal = held(id, provider);
        proposal.withdraw(actor, admissions.now());
        proposals.saveAndFlush(proposal);
        history.add(actor, provider.id(), Step.WITHDRAWN, proposal.kind().name(), null);
    }

    private Step carryOut(Proposal proposal, Admission admission, ProviderView provider, Instant now) {
        return switch (proposal.kind()) {
            case ACCREDIT, CONDITIONAL -> {
                letIn(proposal, admission, provider, now);
                yield proposal.kind() == ProposalKind.ACCREDIT ? Step.ACCREDITED : Step.CONDITIONAL;
            }
            case REFUSE -> {
                admission.refuse(now);
                yield Step.REFUSED;
            }
            case REMOVE -> {
                admission.remove(now);
                LocalDate today = Zone.dayOf(now);
                if (provider.accredited(today)) providers.lastDay(provider.id(), today.minusDays(1));
                yield Step.REMOVED;
            }
        };
    }

    private void letIn(Proposal proposal, Admission admission, ProviderView provider, Instant now) {
        ApplicationView application = mustBeProved(provider.id(), Objects.requireNonNull(proposal.grantedUntil()));
        admission.letIn(proposal, now);
        LocalDate last =
                admission.lastDay(EvidencePolicy.lastDay(application.evidence()).orElse(null));
        providers.letIn(provider.id(), last, supply(application.answers(), provider, proposal.areas()));
    }

    /** What the provider has said of itself since; those from before the market was open have said nothing yet. */
    private static Supply supply(Answers said, ProviderView known, Set<String> areas) {
        Answers.Workforce workforce = said.workforce();
        Answers.Welsh welsh = said.welsh();
        return new Supply(
                workforce == null ? known.doubleHanded() : workforce.twoWorkers(),
                welsh == null ? known.welsh() : welsh.care(),
                workforce == null
                        ? known.training()
                        : workforce.training().stream().map(Enum::name).collect(Collectors.toSet()),
                areas);
    }

    private ApplicationView mustBeProved(UUID provider, LocalDate until) {
        ApplicationView application = dossiers.of(provider);
        if (!application.unproved().isEmpty()) throw new RuleBroken("accreditation.error.unproved");
        if (until.isBefore(application.today())) throw new RuleBroken("accreditation.error.untilPast");
        return application;
    }

    private Proposal held(UUID id, ProviderView provider) {
        return proposals.held(id, provider.id()).orElseThrow(NotFound::new);
    }

    private ProviderView provider(Actor actor, String ref) {
        actor.must(Role.COMMISSIONER);
        return providers.byRef(ref);
    }
}
