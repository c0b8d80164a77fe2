package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.microenterprises.ArrangementTable.New;
import cymru.pontio.providers.microenterprises.ArrangementTable.Step;
import cymru.pontio.providers.microenterprises.MicroEvents.ArrangementChanged;
import cymru.pontio.providers.microenterprises.MicroEvents.ArrangementEnded;
import cymru.pontio.providers.microenterprises.MicroEvents.ArrangementRecorded;
import cymru.pontio.providers.microenterprises.MicroEvents.PeopleTold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a micro-enterprise helps, as the council or its own manager records it. Private clients and other councils' people
 * count too, so anybody on the register may record, listed or not. Every verb that could bring a fifth person holds the
 * micro-enterprise first.
 */
@Service
class Arrangements {
    private final Shelf shelf;
    private final ArrangementTable table;

    Arrangements(Shelf shelf, ArrangementTable table) {
        this.shelf = shelf;
        this.table = table;
    }

    /** @param spans how many people in personal care from today on, change by change */
    record People(List<Arrangement> arrangements, List<FourPeople.Span> spans, LocalDate today) {
        public List<Arrangement> now() {
            return arrangements.stream()
                    .filter(one -> !one.over(today) && !one.never())
                    .toList();
        }

        public List<Arrangement> past() {
            return arrangements.stream()
                    .filter(one -> one.over(today) && !one.never())
                    .toList();
        }
    }

    @Transactional(readOnly = true)
    public People of(Actor actor, MicroRef ref) {
        UUID micro = shelf.find(actor, ref).id();
        LocalDate today = shelf.today();
        return new People(table.of(micro, today), FourPeople.from(today, table.spells(micro)), today);
    }

    @Transactional(readOnly = true)
    public Arrangement one(Actor actor, MicroRef ref, UUID id) {
        return table.one(shelf.find(actor, ref).id(), id);
    }

    /** @throws FourPeople.Exceeded for a fifth person in personal care on any of the days */
    @Transactional
    public void record(Actor actor, MicroRef ref, OwnReference reference, boolean personalCare, DateRange days) {
        UUID micro = held(actor, ref);
        New one = new New(micro, table.personOf(micro, reference), personalCare, days, null, null);
        if (personalCare) mustHold(micro, new FourPeople.Spell(countedAs(micro, one.who()), days));
        UUID id = table.insert(actor, one);
        tell(new ArrangementRecorded(actor, ref.value(), facts(id, personalCare, days)));
    }

    /** From a day on, personal care instead of well-being, or the other way round. */
    @Transactional
    public void change(Actor actor, MicroRef ref, UUID id, boolean personalCare, LocalDate from) {
        UUID micro = held(actor, ref);
        Arrangement old = mine(actor, micro, id);
        DateRange rest = old.changedFrom(from, personalCare, shelf.today());
        table.until(actor, id, from, Step.CHANGED);
        if (personalCare) mustHold(micro, new FourPeople.Spell(old.counted(), rest));
        UUID next = table.insert(actor, new New(micro, old.who(), personalCare, rest, old.source(), old.sourceRef()));
        tell(new ArrangementChanged(actor, ref.value(), facts(next, personalCare, rest)));
    }

    /** The last day is a day of help; the place is free on the day after. A later last day than before is counted anew. */
    @Transactional
    public void end(Actor actor, MicroRef ref, UUID id, LocalDate lastDay) {
        UUID micro = held(actor, ref);
        Arrangement one = mine(actor, micro, id);
        DateRange days = one.endedOn(lastDay, shelf.today());
        if (one.personalCare()) mustHold(micro, new FourPeople.Spell(one.counted(), days));
        table.until(actor, id, days.until(), Step.ENDED);
        tell(new ArrangementEnded(actor, ref.value(), facts(id, one.personalCare(), days)));
    }

    /** It was recorded by mistake and never was. */
    @Transactional
    public void strike(Actor actor, MicroRef ref, UUID id) {
        UUID micro = held(actor, ref);
        Arrangement one = mine(actor, micro, id);
        DateRange days = new DateRange(one.days().from(), one.days().from());
        table.until(actor, id, days.until(), Step.STRUCK);
        tell(new ArrangementEnded(actor, ref.value(), facts(id, one.personalCare(), days)));
    }

    /** Somebody recorded by hand is the person of a placement: from now on they count once. */
    @Transactional
    public void same(Actor actor, MicroRef ref, UUID byHand, UUID ofPlacement) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        UUID micro = held(actor, ref);
        Arrangement hand = person(micro, one -> one.who().equals(byHand) && one.reference() != null);
        Arrangement placed = person(micro, one -> one.who().equals(ofPlacement) && one.reference() == null);
        if (hand.linked()) throw new RuleBroken("microenterprises.error.sameAlready");
        table.same(hand.who(), placed.counted());
        tell(new PeopleTold(actor, ref.value(), Map.of("said", "SAME")));
    }

    /** They are two people after all, which may be one too many. */
    @Transactional
    public void apart(Actor actor, MicroRef ref, UUID byHand) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        UUID micro = held(actor, ref);
        Arrangement hand = person(micro, one -> one.who().equals(byHand) && one.reference() != null && one.linked());
        List<FourPeople.Spell> spells = new ArrayList<>();
        for (Arrangement one : table.of(micro, shelf.today())) {
            boolean his = one.who().equals(hand.who());
            if (one.personalCare() && !one.never())
                spells.add(new FourPeople.Spell(his ? one.who() : one.counted(), one.days()));
        }
        FourPeople.mustHold(spells);
        table.same(hand.who(), null);
        tell(new PeopleTold(actor, ref.value(), Map.of("said", "APART")));
    }

    private UUID held(Actor actor, MicroRef ref) {
        UUID micro = shelf.find(actor, ref).id();
        if (shelf.hold(micro) == MicroState.ENDED) throw new RuleBroken("microenterprises.error.ended");
        return micro;
    }

    /** What comes from a placement is the council's to change. */
    private Arrangement mine(Actor actor, UUID micro, UUID id) {
        Arrangement one = table.one(micro, id);
        if (one.ofPlacement() && !Shelf.ofCouncil(actor)) throw new NotFound();
        return one;
    }

    private void mustHold(UUID micro, FourPeople.Spell added) {
        List<FourPeople.Spell> spells = new ArrayList<>(table.spells(micro));
        spells.add(added);
        FourPeople.mustHold(spells);
    }

    private UUID countedAs(UUID micro, UUID who) {
        return table.of(micro, shelf.today()).stream()
                .filter(one -> one.who().equals(who))
                .map(Arrangement::counted)
                .findFirst()
                .orElse(who);
    }

    private Arrangement person(UUID micro, Predicate<Arrangement> which) {
        return table.of(micro, shelf.today()).stream().filter(which).findFirst().orElseThrow(NotFound::new);
    }

    private void tell(Auditable event) {
        shelf.tell(event);
    }

    static Map<String, String> facts(UUID id, boolean personalCare, DateRange days) {
        return Map.of(
                "arrangement", id.toString(),
                "personalCare", String.valueOf(personalCare),
                "from", days.from().toString(),
                "until", String.valueOf(days.until()));
    }
}
