package cymru.pontio.carepackages;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.people.People;
import cymru.pontio.people.PersonId;
import cymru.pontio.people.Welsh;
import cymru.pontio.rates.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a package that people of the council decide on. */
@Service
class Decisions {
    private static final Role[] RETURNERS = {TEAM_MANAGER, BROKER};
    private static final Role[] PAUSERS = {SOCIAL_WORKER, TEAM_MANAGER, BROKER};

    private final PackageShelf shelf;
    private final People people;
    private final Rates rates;

    Decisions(PackageShelf shelf, People people, Rates rates) {
        this.shelf = shelf;
        this.people = people;
        this.rates = rates;
    }

    /**
     * @param seen what was checked before; none where nothing was
     * @return what is still missing; nothing of it means that the package is submitted
     */
    @Transactional
    public List<Missing> submit(Actor actor, PackageRef ref, @Nullable Stamp seen) {
        List<Missing> missing = new ArrayList<>();
        CarePackage held = shelf.ofOwnTeam(actor, ref);
        held.must(Step.SUBMIT, seen);
        boolean asked = welshAsked(held.view());
        shelf.step(actor, held, null, (one, now) -> missing.addAll(one.submit(actor, asked, now)));
        return List.copyOf(missing);
    }

    @Transactional(readOnly = true)
    public List<Missing> missing(Actor actor, PackageRef ref) {
        CarePackage found = shelf.forReading(actor, ref);
        return found.missing(welshAsked(found.view()), shelf.now());
    }

    /** What a year costs and whether this manager may approve it, as things stand. */
    @Transactional(readOnly = true)
    public Prospect prospect(Actor actor, PackageRef ref) {
        actor.must(TEAM_MANAGER);
        CarePackage found = shelf.forReading(actor, ref);
        if (!PackageShelf.ownTeam(actor, found.team())) throw new NotFound();
        found.must(Step.APPROVE);
        PackageView view = found.view();
        Money yearly = yearly(view);
        return new Prospect(view, yearly, Approval.of(actor, view.writers(), yearly));
    }

    record Prospect(PackageView view, Money yearly, Approval answer) {
        public List<Approval.Reason> reasons() {
            return answer instanceof Approval.Refused refused ? refused.reasons() : List.of();
        }
    }

    /**
     * By a manager of the team who wrote no part of it and whose limit covers a year of it.
     *
     * @param seen what was read before; none where nothing was
     */
    @Transactional
    public Approval approve(Actor actor, PackageRef ref, @Nullable Stamp seen) {
        actor.must(TEAM_MANAGER);
        CarePackage held = shelf.ofOwnTeam(actor, ref);
        held.must(Step.APPROVE, seen);
        Money yearly = yearly(held.view());
        List<Approval> answer = new ArrayList<>();
        shelf.step(actor, held, null, (one, now) -> answer.add(one.approve(actor, yearly, now)));
        return answer.getFirst();
    }

    /**
     * To be written anew; not what a provider was offered or has, whose visits are for the calls it agreed to.
     *
     * @param seen what was read before; none where nothing was
     */
    @Transactional
    public void giveBack(Actor actor, PackageRef ref, @Nullable Stamp seen, String reason) {
        actor.must(RETURNERS);
        CarePackage held = shelf.forChange(actor, ref);
        held.must(Step.RETURN, seen);
        mustNotBeTaken(held);
        shelf.step(actor, held, null, (one, now) -> one.giveBack(actor, reason, now));
    }

    @Transactional
    public void withdraw(Actor actor, PackageRef ref, WithdrawalReason reason) {
        actor.must(PAUSERS);
        shelf.step(actor, shelf.forChange(actor, ref), reason.name(), (one, now) -> one.withdraw(actor, reason, now));
    }

    @Transactional
    public void hold(Actor actor, PackageRef ref, String reason) {
        actor.must(PAUSERS);
        shelf.step(actor, shelf.forChange(actor, ref), null, (one, now) -> one.hold(actor, reason, now));
    }

    @Transactional
    public void resume(Actor actor, PackageRef ref, String reason) {
        actor.must(PAUSERS);
        shelf.step(actor, shelf.forChange(actor, ref), null, (one, now) -> one.resume(actor, reason, now));
    }

    /** Before anybody is asked for a reason: may this reader take the step now? */
    @Transactional(readOnly = true)
    public void check(Actor actor, PackageRef ref, Step step) {
        actor.must(step == Step.RETURN ? RETURNERS : PAUSERS);
        CarePackage found = shelf.forReading(actor, ref);
        found.must(step);
        if (step == Step.RETURN) mustNotBeTaken(found);
    }

    private void mustNotBeTaken(CarePackage one) {
        shelf.takenBy(one.view().id()).ifPresent(taken -> {
            throw new RuleBroken("carepackages.error.taken", one.view().ref(), taken).about(taken);
        });
    }

    private boolean welshAsked(PackageView view) {
        PersonId person = view.plan().person();
        return person != null && people.essentials(person, today()).welsh() != Welsh.NOT_ASKED;
    }

    private Money yearly(PackageView view) {
        return rates.yearly(view.hours(), today());
    }

    private LocalDate today() {
        return Zone.dayOf(shelf.now());
    }
}
