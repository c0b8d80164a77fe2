package cymru.pontio.rates;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changing rates: a commissioner proposes, another commissioner or finance decides. */
@Service
class RateChanges {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RateChangeRepository changes;
    private final RateLedger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RateChanges(RateChangeRepository changes, RateLedger ledger, Clock clock, ApplicationEventPublisher events) {
        this.changes = changes;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    record RateChangeProposed(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record RateChangeApproved(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record RateChangeRefused(Actor by, String subject) implements Auditable {}

    record RateChangeWithdrawn(Actor by, String subject) implements Auditable {}

    /** @param affected entries of the card that would end, or that an adjustment stands above */
    record Prospect(RateChangeView change, List<CardEntry> affected, boolean mayDecide) {

        /** Some visits would have no rate any more, unless further rates are proposed for them. */
        public boolean leavesGaps() {
            return change.kind() == ChangeKind.CARD && !affected.stream().allMatch(change.terms()::includes);
        }
    }

    @Transactional
    public RateChangeRef propose(Actor actor, ChangeKind kind, RateTerms terms, String reason) {
        actor.must(Role.COMMISSIONER);
        mustBeInTime(kind, terms);
        RateChangeRef ref = freeRef();
        changes.saveAndFlush(new RateChange(ref, kind, terms, reason, actor, clock.instant()));
        events.publishEvent(new RateChangeProposed(actor, ref.value(), facts(kind, terms)));
        return ref;
    }

    /** The second person agrees: the rate stands in the book, from its day on, in the same transaction. */
    @Transactional
    public void approve(Actor actor, RateChangeRef ref) {
        RateChange change = held(actor, ref);
        change.approve(actor, today(), clock.instant());
        changes.saveAndFlush(change);
        ledger.enter(change);
        events.publishEvent(new RateChangeApproved(actor, ref.value(), facts(change.kind(), change.terms())));
    }

    @Transactional
    public void turnDown(Actor actor, RateChangeRef ref, String why) {
        RateChange change = held(actor, ref);
        change.turnDown(actor, why, clock.instant());
        changes.saveAndFlush(change);
        events.publishEvent(
                change.status() == Decision.WITHDRAWN
                        ? new RateChangeWithdrawn(actor, ref.value())
                        : new RateChangeRefused(actor, ref.value()));
    }

    @Transactional(readOnly = true)
    public List<RateChangeView> latest(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.FINANCE, Role.BROKER);
        return changes.latest().stream().map(one -> one.view(actor)).toList();
    }

    @Transactional(readOnly = true)
    public Prospect view(Actor actor, RateChangeRef ref) {
        actor.must(Role.COMMISSIONER, Role.FINANCE, Role.BROKER);
        RateChange change = changes.findByRef(ref.value()).orElseThrow(NotFound::new);
        RateChangeView view = change.view(actor);
        List<CardEntry> affected = view.open() && change.kind().ofCard() ? ledger.affected(change) : List.of();
        boolean decides = view.open() && actor.isAny(Role.COMMISSIONER, Role.FINANCE);
        return new Prospect(view, affected, decides);
    }

    /** Whether there is anything to close from that day on, everywhere or in the locality. */
    @Transactional(readOnly = true)
    public boolean closable(@Nullable String locality, LocalDate from) {
        return ledger.closable(locality, from);
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private RateChange held(Actor actor, RateChangeRef ref) {
        actor.must(Role.COMMISSIONER, Role.FINANCE);
        return changes.held(ref.value()).orElseThrow(NotFound::new);
    }

    private void mustBeInTime(ChangeKind kind, RateTerms terms) {
        boolean behind = !terms.fromOn().isAfter(today());
        if (terms.fromOn().isBefore(kind.soonest(today())) || kind == ChangeKind.ADJUSTMENT && !behind)
            throw new RuleBroken("rates.error.past", terms.fromOn());
        LocalDate until = terms.untilOn();
        if (kind == ChangeKind.ADJUSTMENT && (until == null || until.isAfter(today().plusDays(1))))
            throw new RuleBroken("rates.error.adjustmentAhead");
    }

    private RateChangeRef freeRef() {
        return Reference.free(() -> RateChangeRef.random(RANDOM), ref -> changes.existsByRef(ref.value()));
    }

    private static Map<String, String> facts(ChangeKind kind, RateTerms terms) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("part", kind.name());
        facts.put("effective", terms.fromOn().toString());
        BigDecimal rate = terms.rate();
        if (rate != null) facts.put("rate", rate.toPlainString());
        return facts;
    }
}
