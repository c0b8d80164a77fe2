package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertStatus;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.capacity.SpareHours;
import cymru.pontio.site.PackageTab;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bids for a package side by side, for those who award it. */
@Component
class Comparisons implements PackageTab {
    private final CarePackages packages;
    private final Adverts adverts;
    private final Openings openings;
    private final Declines declines;
    private final SpareHours spare;

    Comparisons(CarePackages packages, Adverts adverts, Openings openings, Declines declines, SpareHours spare) {
        this.packages = packages;
        this.adverts = adverts;
        this.openings = openings;
        this.declines = declines;
        this.spare = spare;
    }

    /** Of the latest round. Opens its bids if the deadline has passed and nobody has looked yet. */
    @Transactional
    public Comparison of(Actor actor, PackageRef ref) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return adverts.latest(packages.facts(actor, ref).id())
                .map(advert -> of(actor, advert))
                .orElseGet(Comparison.None::new);
    }

    @Override
    public Optional<Tab> of(Actor actor) {
        if (!actor.isAny(Role.BROKER, Role.COMMISSIONER)) return Optional.empty();
        return Optional.of(new Tab(30, "bidding.tab", "/bids"));
    }

    private Comparison of(Actor actor, AdvertFacts advert) {
        if (!advert.closed()) return new Comparison.Sealed(advert);
        if (advert.status() == AdvertStatus.CANCELLED) return new Comparison.Cancelled(advert);
        List<RankedBid> bids = openings.opened(actor, advert.id());
        return new Comparison.Opened(
                advert, bids, openings.setAside(advert.id()), declines.of(advert.id()), spare(advert, bids));
    }

    private Map<BidRef, SpareHours.Fit> spare(AdvertFacts advert, List<RankedBid> bids) {
        return bids.stream()
                .collect(Collectors.toMap(
                        RankedBid::ref, bid -> spare.fit(bid.provider(), HoursOffered.of(advert, bid))));
    }
}
