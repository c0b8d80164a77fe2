package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ending an embargo: one commissioner proposes, another agrees or says no. Of two at once, one wins. */
@Service
public class EmbargoLifting {
    private final EmbargoShelf shelf;

    EmbargoLifting(EmbargoShelf shelf) {
        this.shelf = shelf;
    }

    @Transactional
    public void ask(Actor actor, EmbargoRef ref, String why) {
        actor.must(Role.COMMISSIONER);
        ImposedEmbargo embargo = shelf.hold(ref);
        embargo.askToLift(actor, why, shelf.now());
        shelf.put(embargo, Step.LIFT_ASKED, actor, why);
    }

    @Transactional
    public void approve(Actor actor, EmbargoRef ref) {
        actor.must(Role.COMMISSIONER);
        ImposedEmbargo embargo = shelf.hold(ref);
        embargo.lift(actor, shelf.now());
        shelf.put(embargo, Step.LIFTED, actor, embargo.liftReason());
    }

    @Transactional
    public void refuse(Actor actor, EmbargoRef ref, String why) {
        actor.must(Role.COMMISSIONER);
        ImposedEmbargo embargo = shelf.hold(ref);
        embargo.refuseToLift();
        shelf.put(embargo, Step.LIFT_REFUSED, actor, why);
    }
}
