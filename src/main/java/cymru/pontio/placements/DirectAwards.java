package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertStatus;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.adverts.allocation.DirectReason;
import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.matching.Eligibility;
import cymru.pontio.rates.Envelope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Awarding without a round of bids, for a reason from a fixed list, never by one person alone. */
@Service
public class DirectAwards {
    private final CarePackages packages;
    private final Adverts adverts;
    private final Awarding awarding;
    private final AwardQueue queue;
    private final Suppliers suppliers;

    DirectAwards(CarePackages packages, Adverts adverts, Awarding awarding, AwardQueue queue, Suppliers suppliers) {
        this.packages = packages;
        this.adverts = adverts;
        this.awarding = awarding;
        this.queue = queue;
        this.suppliers = suppliers;
    }

    /**
     * Everybody who covers the package's locality, with what speaks against giving it the work.
     *
     * @param rate for an hour of its care in the locality today, on average by carer hours; absent where it gives none
     * @param start the first day on which it would likely start what it accepts today; absent where too little is known
     */
    public record Candidate(
            UUID provider,
            String ref,
            String name,
            Eligibility eligibility,
            @Nullable Money rate,
            @Nullable LocalDate start) {
        public boolean eligible() {
            return eligibility instanceof Eligibility.Eligible;
        }

        public List<Eligibility.Reason> reasons() {
            return eligibility instanceof Eligibility.Refused refused ? refused.reasons() : List.of();
        }
    }

    /**
     * What may be awarded directly, to whom, and within which rates.
     *
     * @param from the first day on which care is wanted and could begin
     * @param latest who means a later day writes the package for that day
     * @param left the day from which the provider that leaves no longer has the calls; none where nobody leaves
     */
    public record Offer(
            PackageFacts facts,
            List<Candidate> candidates,
            Envelope envelope,
            int calls,
            LocalDate from,
            LocalDate latest,
            @Nullable LocalDate left) {
        /** This provider, if it may be offered the work. */
        Optional<Candidate> eligible(String ref) {
            return candidates.stream()
                    .filter(one -> one.eligible() && one.ref().equals(ref))
                    .findFirst();
        }

        /** The first day that may be awarded on which this provider would likely start. */
        LocalDate from(Candidate one) {
            LocalDate start = one.start();
            if (start == null || start.isBefore(from)) return from;
            return start.isAfter(latest) ? latest : start;
        }
    }

    public record Terms(UUID provider, Money rate, LocalDate start, DirectReason reason, String why) {}

    @Transactional(readOnly = true)
    public Offer offer(Actor actor, PackageRef ref) {
        PackageFacts written = facts(actor, ref);
        PackageFacts facts = suppliers.asWanted(written);
        mustBeOpen(facts);
        return new Offer(
                facts,
                suppliers.covering(facts),
                suppliers.envelope(),
                suppliers.free(facts).size(),
                suppliers.notBeforeToday(facts.startEarliest()),
                latest(written),
                suppliers.leftOn(facts));
    }

    /** Proposes all calls nobody has yet to one provider; a second person decides. */
    @Transactional
    public AwardRef propose(Actor actor, PackageRef ref, Terms terms) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        PackageFacts facts = packages.held(actor, ref);
        queue.mustBeFree(facts.id());
        mustBeOpen(facts);
        mustBeWithin(terms.rate(), suppliers.envelope());
        LocalDate latest = latest(facts);
        if (terms.start().isAfter(latest)) throw new RuleBroken("placements.error.startLate", latest);
        LocalDate left = suppliers.leftOn(facts);
        if (left != null && terms.start().isBefore(left)) throw new RuleBroken("placements.error.startLeft", left);
        mustBeEligible(facts, terms.provider());
        mustNotNameAnybody(facts);
        List<AwardLine> lines = suppliers.free(facts).stream()
                .map(CallLineView::id)
                .map(call -> new AwardLine(call, null, null))
                .toList();
        return awarding.propose(
                facts,
                new AwardTerms(
                        null,
                        terms.reason(),
                        null,
                        terms.provider(),
                        terms.rate(),
                        terms.start(),
                        lines,
                        terms.why(),
                        null),
                actor);
    }

    private PackageFacts facts(Actor actor, PackageRef ref) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return packages.facts(actor, ref);
    }

    private void mustBeOpen(PackageFacts facts) {
        if (!facts.status().waiting()) throw new RuleBroken("placements.error.notWaiting");
        if (facts.onHold()) throw new RuleBroken("placements.error.onHold");
        if (suppliers.free(facts).isEmpty()) throw new RuleBroken("placements.error.noCalls");
        adverts.latest(facts.id())
                .filter(round -> round.status() == AdvertStatus.OPEN)
                .ifPresent(round -> {
                    throw new RuleBroken(
                            "placements.error.roundOpen", round.ref().value());
                });
    }

    private LocalDate latest(PackageFacts written) {
        LocalDate wanted = suppliers.notBeforeToday(suppliers.asWanted(written).startEarliest());
        LocalDate first = written.startEarliest().isAfter(wanted) ? written.startEarliest() : wanted;
        return first.plusYears(1);
    }

    private static void mustBeWithin(Money rate, Envelope envelope) {
        if (envelope.floor().isMoreThan(rate) || rate.isMoreThan(envelope.ceiling()))
            throw new RuleBroken(
                    "placements.error.rate",
                    envelope.floor().toString(),
                    envelope.ceiling().toString());
    }

    private void mustBeEligible(PackageFacts facts, UUID provider) {
        Candidate candidate = suppliers.covering(facts).stream()
                .filter(one -> one.provider().equals(provider))
                .findFirst()
                .orElseThrow(NotFound::new);
        candidate.reasons().stream().findFirst().ifPresent(reason -> {
            throw new RuleBroken(reason.messageKey());
        });
    }

    /** There was no advert that would have been looked through: the provider reads the summary before it may know who it is. */
    private void mustNotNameAnybody(PackageFacts facts) {
        List<String> texts = List.of(facts.needSummary(), facts.equipment(), facts.workerRisks());
        if (!packages.personalDetailsIn(facts.id(), texts).isEmpty()) throw new RuleBroken("placements.error.named");
    }
}
