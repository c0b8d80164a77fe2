package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertId;
import cymru.pontio.bidding.Bids;
import cymru.pontio.bidding.RankedBid;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows when an offer comes to nothing: the next in rank is offered the work, where nobody need be asked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Succession {
    /** The council's own clock, where no person acts. */
    static final Actor CLOCK =
            new Actor(new UUID(0, 0), "Pontio", new UUID(0, 0), "Pontio", null, Set.of(Role.BROKER), null);

    private final AwardDesk desk;
    private final Awarding awarding;
    private final Bids bids;

    Succession(AwardDesk desk, Awarding awarding, Bids bids) {
        this.desk = desk;
        this.awarding = awarding;
        this.bids = bids;
    }

    /** Of several that fell together all are out of the running before anybody moves up. */
    void after(List<Award> fallen, Actor by) {
        for (Award one : fallen) {
            UUID bid = one.bid();
            if (bid != null) bids.passedOver(by, bid);
        }
        fallen.forEach(this::next);
    }

    private void next(Award fallen) {
        AdvertId advert = fallen.advert();
        UUID bid = fallen.bid();
        if (advert == null || bid == null) return;
        List<RankedBid> standing = bids.opened(CLOCK, advert).stream()
                .filter(RankedBid::selectable)
                .sorted(Comparator.comparingInt(one -> one.score().place()))
                .toList();
        if (standing.isEmpty() || !isNext(standing.getFirst(), fallen)) return;
        // Whoever wants it only with others is never offered it by itself: somebody has to look.
        if (standing.getFirst().onlyTogether()) return;
        awarding.moveUp(fallen, advert, standing.getFirst());
    }

    /** Not where a better bid was left out on purpose: that was one person's reason about one provider. */
    private static boolean isNext(RankedBid best, Award fallen) {
        Integer place = fallen.place();
        return place != null && best.score().place() > place;
    }
}
