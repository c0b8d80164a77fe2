package cymru.pontio.carepackages;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;

/** Which steps the reader may take now: what the buttons of a page show, and doors check again. */
record Steps(boolean approve, boolean giveBack, boolean hold, boolean resume, boolean withdraw, boolean died) {
    static Steps of(Actor actor, Overviews.Overview overview) {
        PackageView view = overview.view();
        boolean decides = overview.ownTeam() || actor.is(BROKER);
        boolean returns = (overview.ownTeam() && actor.is(TEAM_MANAGER)) || actor.is(BROKER);
        return new Steps(
                overview.ownTeam() && actor.is(TEAM_MANAGER) && view.may(Step.APPROVE),
                returns && view.may(Step.RETURN) && !overview.taken(),
                decides && view.may(Step.HOLD),
                decides && view.may(Step.RESUME),
                decides && view.may(Step.WITHDRAW),
                decides && (view.may(Step.WITHDRAW) || view.may(Step.END)));
    }
}
