package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.microenterprises.ArrangementTable.New;
import cymru.pontio.providers.microenterprises.ArrangementTable.Step;
import cymru.pontio.providers.microenterprises.MicroEvents.ArrangementEnded;
import cymru.pontio.providers.microenterprises.MicroEvents.ArrangementRecorded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other rooms ask of micro-enterprises. They say whom by a key; this room never learns who that is. */
@Service
public class MicroEnterprises {
    private final Shelf shelf;
    private final ArrangementTable table;

    MicroEnterprises(Shelf shelf, ArrangementTable table) {
        this.shelf = shelf;
        this.table = table;
    }

    /**
     * Help for a person that another room arranges.
     *
     * @param person the person's key; the same person counts once, however many arrangements there are
     * @param until first day no longer; none while open
     * @param source key of what it is arranged by, to end it by
     * @param sourceRef how people name that
     */
    public record Undertaking(
            UUID person,
            boolean personalCare,
            LocalDate from,
            @Nullable LocalDate until,
            UUID source,
            String sourceRef) {}

    /** Whether it is on the register and may be given new people. */
    @Transactional(readOnly = true)
    public boolean listed(UUID provider) {
        return shelf.byId(provider)
                .filter(micro -> micro.state() == MicroState.LISTED)
                .isPresent();
    }

    /**
     * Nobody else changes whom it helps until the end of the transaction; for other providers nothing happens. Callers of
     * the verbs below hold before their first audited step: the audit is one chain, and who waited for a micro-enterprise
     * while holding the chain would wait for somebody who waits for the chain.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID provider) {
        if (shelf.byId(provider).isPresent()) shelf.hold(provider);
    }

    /**
     * Takes a person on, in the caller's transaction: if this is refused, nothing else has happened either.
     *
     * @throws RuleBroken if the micro-enterprise is not listed, or would give personal care to five people on any day
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeOn(Actor by, UUID provider, Undertaking terms) {
        Optional<MicroView> micro = shelf.byId(provider);
        if (micro.isEmpty() || shelf.hold(provider) != MicroState.LISTED)
            throw new RuleBroken("microenterprises.error.notListed");
        DateRange days = new DateRange(terms.from(), terms.until());
        UUID who = table.personOf(provider, terms.person());
        if (terms.personalCare()) {
            List<FourPeople.Spell> spells = new ArrayList<>(table.spells(provider));
            spells.add(new FourPeople.Spell(terms.person(), days));
            FourPeople.mustHold(spells);
        }
        UUID id =
                table.insert(by, new New(provider, who, terms.personalCare(), days, terms.source(), terms.sourceRef()));
        shelf.tell(new ArrangementRecorded(
                by, micro.get().ref().value(), Arrangements.facts(id, terms.personalCare(), days)));
    }

    /** What another room arranged ends: from this day on the place is free. Nothing happens if it is no micro-enterprise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(Actor by, UUID provider, UUID source, LocalDate until) {
        Optional<MicroView> micro = shelf.byId(provider);
        if (micro.isEmpty()) return;
        shelf.hold(provider);
        for (Arrangement one : table.ofSource(provider, source)) {
            LocalDate before = one.days().until();
            if (before != null && !before.isAfter(until)) continue;
            LocalDate end = until.isBefore(one.days().from()) ? one.days().from() : until;
            table.until(by, one.id(), end, Step.ENDED);
            DateRange days = new DateRange(one.days().from(), end);
            shelf.tell(new ArrangementEnded(
                    by, micro.get().ref().value(), Arrangements.facts(one.id(), one.personalCare(), days)));
        }
    }
}
