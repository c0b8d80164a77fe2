package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.people.People;
import cymru.pontio.people.PersonRef;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A package while its social work team writes it: new, or returned with a reason. */
@Service
class Drafts {
    private final PackageShelf shelf;
    private final People people;

    Drafts(PackageShelf shelf, People people) {
        this.shelf = shelf;
        this.people = people;
    }

    /** @param person of the own team */
    @Transactional
    public PackageRef start(Actor actor, PersonRef person) {
        actor.must(Role.SOCIAL_WORKER, Role.TEAM_MANAGER);
        if (actor.team() == null) throw new NotFound();
        CarePackage draft = shelf.put(actor, actor.team());
        PackageView begun = draft.view();
        draft.write(actor, Stamp.of(begun.version()), shelf.now()).person(people.idOf(actor, person));
        return begun.ref();
    }

    @Transactional
    public void person(Actor actor, PackageRef ref, PersonRef person, Stamp stamp) {
        write(actor, ref, stamp, Section.PERSON, (held, plan) -> plan.person(people.idOf(actor, person)));
    }

    @Transactional
    public void needs(Actor actor, PackageRef ref, Needs needs, Stamp stamp) {
        write(actor, ref, stamp, Section.WHAT_MATTERS, (held, plan) -> plan.needs(needs));
    }

    @Transactional
    public void risks(Actor actor, PackageRef ref, Risks risks, Stamp stamp) {
        write(actor, ref, stamp, Section.RISKS, (held, plan) -> plan.risks(risks));
    }

    /** @param locality a code; none where the form was left half-filled, as with all that follow */
    @Transactional
    public void place(Actor actor, PackageRef ref, @Nullable String locality, Stamp stamp) {
        write(actor, ref, stamp, Section.PLACE, (held, plan) -> plan.place(locality));
    }

    @Transactional
    public void start(Actor actor, PackageRef ref, StartWanted wanted, Stamp stamp) {
        leaveStart(actor, ref, wanted, null, stamp);
    }

    /**
     * @param wanted what of it can be understood
     * @param typed all of it as it was typed; none where it is finished
     */
    @Transactional
    public void leaveStart(Actor actor, PackageRef ref, StartWanted wanted, @Nullable String typed, Stamp stamp) {
        write(actor, ref, stamp, Section.START, (held, plan) -> {
            plan.start(wanted);
            plan.leaveStart(typed);
        });
    }

    @Transactional
    public void interim(Actor actor, PackageRef ref, @Nullable Cover cover, Stamp stamp) {
        write(actor, ref, stamp, Section.INTERIM, (held, plan) -> plan.interim(cover));
    }

    @Transactional
    public void funding(Actor actor, PackageRef ref, @Nullable Funding payer, Stamp stamp) {
        write(actor, ref, stamp, Section.FUNDING, (held, plan) -> plan.funding(payer));
    }

    @Transactional
    public void addCall(Actor actor, PackageRef ref, CallTerms terms, Stamp stamp) {
        write(actor, ref, stamp, Section.CALLS, (held, plan) -> held.addCall(terms));
    }

    @Transactional
    public void changeCall(Actor actor, PackageRef ref, int position, CallTerms terms, Stamp stamp) {
        write(actor, ref, stamp, Section.CALLS, (held, plan) -> held.changeCall(position, terms));
    }

    @Transactional
    public void removeCall(Actor actor, PackageRef ref, int position, Stamp stamp) {
        write(actor, ref, stamp, Section.CALLS, (held, plan) -> held.removeCall(position));
    }

    /** @param typed the form as it was left; none to throw it away */
    @Transactional
    public void leaveCall(Actor actor, PackageRef ref, @Nullable String typed, Stamp stamp) {
        write(actor, ref, stamp, Section.CALLS, (held, plan) -> held.leaveCall(typed));
    }

    LocalDate today() {
        return shelf.today();
    }

    private void write(Actor actor, PackageRef ref, Stamp stamp, Section part, BiConsumer<CarePackage, Plan> change) {
        CarePackage held = shelf.ofOwnTeam(actor, ref);
        change.accept(held, held.write(actor, stamp, shelf.now()));
        shelf.publishWritten(actor, held, part);
    }
}
