package cymru.pontio.matching;

import cymru.pontio.adverts.Weights;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.rates.Rates;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Providers for one package, before anybody has bid. Who finds and buys care sees what providers are paid; the person's own
 * team sees the fit without it, and the points are counted without it too, so that the order tells nothing of rates.
 */
@Service
class Matches {
    private static final Money NO_CEILING = Money.of("9999.99");
    private static final int MOST_FLIPPED = 10;

    private final CarePackages packages;
    private final Suitabilities suitabilities;
    private final Rates rates;

    Matches(CarePackages packages, Suitabilities suitabilities, Rates rates) {
        this.packages = packages;
        this.suitabilities = suitabilities;
        this.rates = rates;
    }

    @Transactional(readOnly = true)
    public Match of(Actor actor, PackageRef ref) {
        actor.must(Role.BROKER, Role.COMMISSIONER, Role.SOCIAL_WORKER, Role.TEAM_MANAGER);
        PackageFacts carePackage = packages.facts(actor, ref);
        boolean prices = actor.isAny(Role.BROKER, Role.COMMISSIONER);
        Market market = suitabilities.market();
        Work work = work(carePackage, prices);
        if (work.calls().isEmpty())
            return new Match(
                    carePackage,
                    work,
                    market.on(),
                    prices,
                    market.pledgeWeight(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        List<Fit> fits = market.rank(work);
        List<Fit> refused = fits.stream().filter(fit -> !fit.eligible()).toList();
        return new Match(
                carePackage,
                work,
                market.on(),
                prices,
                market.pledgeWeight(),
                places(market, work, fits),
                refused.stream().filter(fit -> !onlyElsewhere(fit)).toList(),
                refused.stream().filter(Matches::onlyElsewhere).toList(),
                NearMisses.of(market, work));
    }

    private List<Match.Place> places(Market market, Work work, List<Fit> fits) {
        int floor = rates.on(market.on()).floor().pounds().movePointRight(2).intValueExact();
        Flips flips = new Flips(market, work, floor);
        List<Match.Place> places = new ArrayList<>();
        for (Fit fit : fits) {
            if (!fit.eligible()) break;
            int place = places.size() + 1;
            boolean asked = place > 1 && place <= MOST_FLIPPED;
            places.add(new Match.Place(place, fit, asked ? flips.of(fit) : List.of()));
        }
        return places;
    }

    private Work work(PackageFacts carePackage, boolean prices) {
        Work work = suitabilities.work(carePackage.id());
        return prices ? work : work.payingUpTo(NO_CEILING).weighing(withoutPrice(work.weights()));
    }

    private static Weights withoutPrice(Weights all) {
        return new Weights(
                all.quality(), 0, all.start(), all.windows(), all.continuity(), all.welsh(), all.capacity(), all.run());
    }

    private static boolean onlyElsewhere(Fit fit) {
        return fit.brokenRules() == 1 && fit.breaks(Rule.PATCH);
    }
}
