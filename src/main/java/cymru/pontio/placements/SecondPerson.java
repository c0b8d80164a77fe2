package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** When an award needs a second person, and who that may be. */
final class SecondPerson {
    private SecondPerson() {}

    /** Why one pair of eyes is not enough. */
    public enum Cause {
        NOT_TOP,
        ABOVE_PLAN,
        DIRECT,
        EXCEPTIONAL
    }

    static Set<Cause> causes(boolean top, boolean direct, boolean exceptional, Money cost, Money plan) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        if (!top) causes.add(Cause.NOT_TOP);
        if (cost.isMoreThan(plan)) causes.add(Cause.ABOVE_PLAN);
        if (direct) causes.add(Cause.DIRECT);
        if (exceptional) causes.add(Cause.EXCEPTIONAL);
        return causes;
    }

    static boolean managerMay(Set<Cause> causes) {
        return causes.equals(Set.of(Cause.ABOVE_PLAN));
    }

    /** Commissioners answer for the market, the package's own manager for nothing but its cost. */
    static boolean answersFor(Actor actor, Set<Cause> causes, UUID team) {
        if (actor.is(Role.COMMISSIONER)) return true;
        return actor.is(Role.TEAM_MANAGER) && managerMay(causes) && team.equals(actor.team());
    }

    /** A manager without a limit may approve nothing. */
    static boolean withinLimit(Actor actor, Money cost) {
        if (actor.is(Role.COMMISSIONER)) return true;
        Money limit = actor.approvalLimit();
        return limit != null && !cost.isMoreThan(limit);
    }
}
