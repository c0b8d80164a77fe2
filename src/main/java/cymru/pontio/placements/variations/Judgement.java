package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Providers;
import cymru.pontio.rates.Rates;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a variation costs in a year, and whether its provider may be given more. */
@Component
class Judgement {
    private final CarePackages packages;
    private final Providers providers;
    private final Rates rates;
    private final Clock clock;

    Judgement(CarePackages packages, Providers providers, Rates rates, Clock clock) {
        this.packages = packages;
        this.providers = providers;
        this.rates = rates;
        this.clock = clock;
    }

    List<Variation.Obstacle> obstacles(Actor actor, Variation asked) {
        return asked.obstacles(actor, yearly(asked), stopped(asked));
    }

    /** All calls of the package with the change, at the standard rate: the yardstick of every approval. */
    Money yearly(Variation asked) {
        WeeklyHours now = packages.facts(asked.carePackage()).hours();
        int user = now.user().minutes()
                - asked.before().user().minutes()
                + asked.after().user().minutes();
        int carer = now.carer().minutes()
                - asked.before().carer().minutes()
                + asked.after().carer().minutes();
        return rates.yearly(WeeklyHours.ofMinutes(Math.max(0, user), Math.max(0, carer)), Zone.dayOf(clock.instant()));
    }

    /** Nobody stops the provider's increases until this transaction is over. */
    void holdProvider(Variation asked) {
        providers.hold(asked.provider());
    }

    /** An embargo that came while others were thinking. */
    void mustNotBeStopped(Variation asked) {
        if (asked.adds() && stopped(asked)) throw new RuleBroken("variations.Obstacle.EMBARGO");
    }

    private boolean stopped(Variation asked) {
        return providers.view(asked.provider()).embargo() == Embargo.NEW_WORK_AND_INCREASES;
    }
}
