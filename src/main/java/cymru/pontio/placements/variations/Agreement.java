package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CallPlans;
import cymru.pontio.carepackages.Replan;
import cymru.pontio.kernel.Actor;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.ServiceOrders;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.providers.capacity.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows when the last yes is there: the week of the package, the order of the placement, or its end. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Agreement {
    private final VariationTable table;
    private final CallPlans plans;
    private final ServiceOrders orders;
    private final Endings endings;
    private final HoursMore more;

    Agreement(VariationTable table, CallPlans plans, ServiceOrders orders, Endings endings, HoursMore more) {
        this.table = table;
        this.plans = plans;
        this.orders = orders;
        this.endings = endings;
        this.more = more;
    }

    /** For the provider's page, before it says yes. */
    @Nullable
    Question question(Variation asked) {
        return more.question(asked);
    }

    /** The provider's yes takes the hours, whoever has to say yes after it. */
    void accepted(Actor by, Variation accepted, Confirmation confirmation) {
        more.take(by, accepted, confirmation);
    }

    /** It does not come to be. */
    void over(Actor by, Variation closed) {
        more.giveBack(by, closed);
    }

    void come(Actor by, Variation agreed, Instant now) {
        if (agreed.end() != null) {
            endings.end(
                    by,
                    agreed.placementRef(),
                    agreed.end(),
                    agreed.reason(),
                    agreed.from().minusDays(1));
            return;
        }
        if (agreed.byProvider()) more.takeAsked(by, agreed);
        List<Replan.Begun> begun = plans.replan(by, agreed.carePackage(), replan(agreed));
        List<LocalDate> days = new ArrayList<>(List.of(agreed.from()));
        if (agreed.until() != null) days.add(agreed.until());
        orders.amend(agreed.placement(), agreed.carePackage(), agreed.ref().value(), days, begun, now);
    }

    void undo(Actor by, Variation agreed, Instant now) {
        plans.undo(by, agreed.carePackage(), agreed.ref().value());
        List<LocalDate> days = new ArrayList<>(List.of(agreed.from()));
        if (agreed.until() != null) days.add(agreed.until());
        orders.amend(agreed.placement(), agreed.carePackage(), agreed.ref() + "/undone", days, List.of(), now);
    }

    private Replan replan(Variation agreed) {
        Set<UUID> ending = new HashSet<>();
        List<Replan.NewCall> beginning = new ArrayList<>();
        for (ChangedCall change : table.calls(agreed.id())) {
            if (change.call() != null) ending.add(change.call());
            if (change.terms() != null) beginning.add(new Replan.NewCall(change.call(), change.terms()));
        }
        return new Replan(agreed.ref().value(), agreed.from(), agreed.until(), ending, beginning);
    }
}
