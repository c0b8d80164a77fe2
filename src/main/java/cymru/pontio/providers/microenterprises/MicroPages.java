package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything about one micro-enterprise: the council and itself see the same. */
@Component
class MicroPages {
    private final Register register;
    private final Checks checks;
    private final Arrangements arrangements;
    private final Grants grants;
    private final Networks networks;

    MicroPages(Register register, Checks checks, Arrangements arrangements, Grants grants, Networks networks) {
        this.register = register;
        this.checks = checks;
        this.arrangements = arrangements;
        this.grants = grants;
        this.networks = networks;
    }

    /** @param next what the council may do with it now, and why not yet; nothing for itself */
    record Page(
            MicroView micro,
            Checklist checks,
            Arrangements.People people,
            List<Grant> grants,
            List<Network> networks,
            List<Register.Step> steps,
            List<Register.Next> next,
            boolean council) {}

    @Transactional(readOnly = true)
    public Page of(Actor actor, MicroRef ref) {
        return page(actor, register.view(actor, ref));
    }

    @Transactional(readOnly = true)
    public Page own(Actor actor) {
        return page(actor, register.own(actor));
    }

    private Page page(Actor actor, MicroView micro) {
        boolean council = Shelf.ofCouncil(actor);
        return new Page(
                micro,
                checks.of(actor, micro.ref()),
                arrangements.of(actor, micro.ref()),
                grants.of(actor, micro.ref()),
                networks.of(actor, micro.ref()),
                register.steps(actor, micro.ref()),
                register.next(actor, micro),
                council);
    }
}
