package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.rates.Decision;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New rates for running placements: a commissioner saves them, another commissioner or finance decides. */
@Service
class Proposals {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RateProposalRepository proposals;
    private final ProposalLines lines;
    private final Workbench workbench;
    private final LiveRates live;
    private final Trail trail;

    Proposals(RateProposalRepository proposals, ProposalLines lines, Workbench workbench, LiveRates live, Trail trail) {
        this.proposals = proposals;
        this.lines = lines;
        this.workbench = workbench;
        this.live = live;
        this.trail = trail;
    }

    record RatesProposed(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record RatesApproved(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record RatesRefused(Actor by, String subject) implements Auditable {}

    record RatesWithdrawn(Actor by, String subject) implements Auditable {}

    /** Saves what the terms do to each placement that runs now. */
    @Transactional
    public ProposalRef save(Actor actor, ProposalTerms terms) {
        actor.must(Role.COMMISSIONER);
        List<Line> worked = workbench.effect(actor, terms).lines();
        if (worked.stream().noneMatch(Line::changes)) throw new RuleBroken("simplification.error.nothing");
        ProposalRef ref = freeRef();
        RateProposal proposal = new RateProposal(ref, terms, actor, trail.today(), trail.now());
        proposals.saveAndFlush(proposal);
        lines.keep(proposal.id(), worked);
        trail.add(new RatesProposed(
                actor, ref.value(), Map.of("effective", terms.from().toString())));
        return ref;
    }

    /**
     * The second person agrees: the placements have their new rates from the day on, in the same transaction. Refused if a
     * rate is no longer what the proposal was worked out from.
     */
    @Transactional
    public void approve(Actor actor, ProposalRef ref) {
        RateProposal proposal = held(actor, ref);
        proposal.mustBeApprovable(actor, trail.today());
        List<LiveRates.NewRate> each = lines.of(proposal.id()).stream()
                .filter(Line::changes)
                .map(one -> new LiveRates.NewRate(one.placement(), one.was(), one.rate()))
                .toList();
        int changed = live.change(actor, new LiveRates.NewRates(ref.value(), proposal.from(), each));
        proposal.approve(actor, trail.today(), trail.now(), changed);
        proposals.saveAndFlush(proposal);
        trail.add(new RatesApproved(
                actor, ref.value(), Map.of("effective", proposal.from().toString(), "placements", "" + changed)));
    }

    /** The second person says no, or the proposer takes it back. */
    @Transactional
    public void turnDown(Actor actor, ProposalRef ref, String why) {
        RateProposal proposal = held(actor, ref);
        proposal.turnDown(actor, why, trail.now());
        proposals.saveAndFlush(proposal);
        trail.add(
                proposal.status() == Decision.WITHDRAWN
                        ? new RatesWithdrawn(actor, ref.value())
                        : new RatesRefused(actor, ref.value()));
    }

    /** Those that wait first. */
    @Transactional(readOnly = true)
    public List<ProposalView> latest(Actor actor) {
        Workbench.mustRead(actor);
        return proposals.latest().stream().map(one -> one.view(actor)).toList();
    }

    @Transactional(readOnly = true)
    public Saved saved(Actor actor, ProposalRef ref) {
        Workbench.mustRead(actor);
        ProposalView view =
                proposals.findByRef(ref.value()).orElseThrow(NotFound::new).view(actor);
        return new Saved(
                view, workbench.effect(lines.of(view.id()), view.terms().from()));
    }

    record Saved(ProposalView proposal, Effect effect) {}

    LocalDate today() {
        return trail.today();
    }

    private RateProposal held(Actor actor, ProposalRef ref) {
        Workbench.mustRead(actor);
        return proposals.held(ref.value()).orElseThrow(NotFound::new);
    }

    private ProposalRef freeRef() {
        return Reference.free(() -> ProposalRef.random(RANDOM), ref -> proposals.existsByRef(ref.value()));
    }
}
