package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.bidding.Bids;
import cymru.pontio.carepackages.BackToMarket;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.capacity.Slot;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows when a provider says yes, in the transaction of the yes. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Acceptance {
    private final PlacementRegister register;
    private final CarePackages packages;
    private final Adverts adverts;
    private final Bids bids;
    private final ApplicationEventPublisher events;

    Acceptance(
            PlacementRegister register,
            CarePackages packages,
            Adverts adverts,
            Bids bids,
            ApplicationEventPublisher events) {
        this.register = register;
        this.packages = packages;
        this.adverts = adverts;
        this.bids = bids;
        this.events = events;
    }

    record PlacementMade(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record IdentityReleased(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    PlacementRef of(Award award, ProviderView provider, Actor by, Instant now) {
        PackageFacts facts = packages.facts(award.carePackage());
        decideRound(award, by);
        Placement placement = register.enter(award, facts, provider, by, now);
        tellPackage(facts, by);
        Map<String, String> refs = Map.of(
                "package", facts.ref().value(),
                "award", award.ref().value(),
                "provider", award.provider().toString());
        events.publishEvent(new PlacementMade(by, placement.ref().value(), refs));
        events.publishEvent(new IdentityReleased(by, placement.ref().value(), refs));
        return placement.ref();
    }

    /** What the award takes of the provider's spare hours. */
    Map<Slot, Integer> hours(Award award) {
        return HoursNeeded.of(award.locality(), packages.facts(award.carePackage()), award.lines());
    }

    private void decideRound(Award award, Actor by) {
        AdvertId advert = award.advert();
        UUID bid = award.bid();
        if (advert == null || bid == null) return;
        bids.decided(by, bid);
        adverts.awarded(by, advert);
    }

    /** A package of which some calls still have nobody is not awarded: the broker must look again. */
    private void tellPackage(PackageFacts facts, Actor by) {
        if (register.whole(facts, PlacementStatus.PENDING_START, PlacementStatus.LIVE))
            packages.awarded(by, facts.id());
        else packages.unsourced(by, facts.id(), BackToMarket.PART_AWARDED.name());
    }
}
