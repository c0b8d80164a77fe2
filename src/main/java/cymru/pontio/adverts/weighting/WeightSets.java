package cymru.pontio.adverts.weighting;

import cymru.pontio.adverts.WeightsInForce;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Lot;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets of weights, one lot at a time: one commissioner proposes, another decides, and what was published stays. */
@Service
public class WeightSets implements WeightsInForce {
    private final WeightSetRows rows;
    private final ApplicationEventPublisher events;

    WeightSets(WeightSetRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    record WeightsProposed(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record WeightsDecided(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    @Override
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Map<Lot, Named> on(LocalDate day) {
        Map<Lot, Named> all = new EnumMap<>(Lot.class);
        for (WeightSet one : rows.inForce(day))
            all.put(one.lot(), new Named(one.number(), one.startsOn(), one.weights()));
        return all;
    }

    /** What is in force today, lot by lot. */
    @Transactional(readOnly = true)
    public List<WeightSet> inForce(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return rows.inForce(day());
    }

    /** All sets of a lot, the latest first. */
    @Transactional(readOnly = true)
    public List<WeightSet> of(Actor actor, Lot lot) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return rows.of(lot);
    }

    @Transactional(readOnly = true)
    public WeightSet view(Actor actor, Lot lot, int number) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        return rows.find(lot, number).orElseThrow(NotFound::new);
    }

    /** Nor a set beside one that waits. */
    @Transactional(readOnly = true)
    public WeightSet mayPropose(Actor actor, Lot lot) {
        actor.must(Role.COMMISSIONER);
        WeightSet latest = rows.of(lot).getFirst();
        if (latest.proposed())
            throw new RuleBroken("weighting.error.waits", latest.proposedByName(), latest.proposedAt());
        return latest;
    }

    /** One proposal a lot at a time; of two who propose at once the second is told who was first. */
    @Transactional
    public void propose(Actor actor, Lot lot, WeightSetTerms terms) {
        actor.must(Role.COMMISSIONER);
        if (terms.weights().sum() != 100)
            throw new RuleBroken("weighting.error.sum", terms.weights().sum());
        if (terms.startsOn().isBefore(day())) throw new RuleBroken("weighting.error.past");
        Named before = on(terms.startsOn()).get(lot);
        if (before != null && before.weights().equals(terms.weights()))
            throw new RuleBroken("weighting.error.same", before.number(), before.startsOn());
        if (!rows.insert(actor, lot, terms)) throw meanwhile(lot);
        events.publishEvent(new WeightsProposed(
                actor,
                subject(lot, terms.seen() + 1),
                Map.of("from", terms.startsOn().toString())));
    }

    /** The second person agrees, by the day from which the set is to count. */
    @Transactional
    public void approve(Actor actor, Lot lot, int number) {
        WeightSet set = held(actor, lot, number, false);
        if (set.startsOn().isBefore(day())) throw new RuleBroken("weighting.error.tooLate");
        decide(actor, set, WeightSetStatus.APPROVED, null);
    }

    /** Nobody writes a refusal that cannot be sent. */
    @Transactional(readOnly = true)
    public WeightSet mayRefuse(Actor actor, Lot lot, int number) {
        actor.must(Role.COMMISSIONER);
        return mustWait(actor, view(actor, lot, number), false);
    }

    @Transactional
    public void refuse(Actor actor, Lot lot, int number, String reason) {
        decide(actor, held(actor, lot, number, false), WeightSetStatus.REFUSED, reason);
    }

    /** Whoever proposed it takes it back. */
    @Transactional
    public void withdraw(Actor actor, Lot lot, int number) {
        decide(actor, held(actor, lot, number, true), WeightSetStatus.WITHDRAWN, null);
    }

    /** The day by the clock that decides. */
    LocalDate day() {
        return Zone.dayOf(rows.now());
    }

    private void decide(Actor actor, WeightSet set, WeightSetStatus status, @Nullable String reason) {
        rows.decide(actor, set, status, reason);
        events.publishEvent(
                new WeightsDecided(actor, subject(set.lot(), set.number()), Map.of("status", status.name())));
    }

    private WeightSet held(Actor actor, Lot lot, int number, boolean own) {
        actor.must(Role.COMMISSIONER);
        return mustWait(actor, rows.hold(lot, number).orElseThrow(NotFound::new), own);
    }

    private static WeightSet mustWait(Actor actor, WeightSet set, boolean own) {
        if (!set.proposed())
            throw new RuleBroken(
                    "weighting.error.decided",
                    Objects.requireNonNullElse(set.decidedByName(), set.proposedByName()),
                    Objects.requireNonNullElse(set.decidedAt(), set.proposedAt()));
        if (own != actor.userId().equals(set.proposedBy()))
            throw new RuleBroken(own ? "weighting.error.notOwn" : "weighting.error.own");
        return set;
    }

    private RuleBroken meanwhile(Lot lot) {
        WeightSet latest = rows.of(lot).getFirst();
        return new RuleBroken("weighting.error.meanwhile", latest.proposedByName(), latest.proposedAt());
    }

    private static String subject(Lot lot, int number) {
        return "WEIGHTS " + lot + " " + number;
    }
}
