package cymru.pontio.placements;

import cymru.pontio.bidding.Bids;
import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.carepackages.PackageStatusChanged;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A package that is no longer wanted ends its placements in the same moment, and with them every sight of the person. Whoever
 * was asked about an award of it is asked no longer.
 */
@Component
class PackageOver {
    private final PlacementRegister register;
    private final Departure departure;
    private final AwardDesk desk;
    private final Bids bids;

    PackageOver(PlacementRegister register, Departure departure, AwardDesk desk, Bids bids) {
        this.register = register;
        this.departure = departure;
        this.desk = desk;
        this.bids = bids;
    }

    /**
     * Visits of the day itself are still the provider's, unless care was agreed to be over as it began. Who died at an hour that
     * nobody knows is often said to have died at midnight.
     */
    @EventListener
    void over(PackageStatusChanged change) {
        if (change.now() != PackageStatus.WITHDRAWN && change.now() != PackageStatus.ENDED) return;
        Instant now = desk.now();
        desk.open(change.id()).map(desk::holdFalling).stream()
                .flatMap(List::stream)
                .forEach(award -> fall(award, change.by(), now));
        CareEnd why = CareEnd.of(change);
        LocalDate day = Zone.dayOf(change.effective());
        boolean whole = why != CareEnd.DIED && change.effective().equals(Zone.startOf(day));
        for (UUID id : register.running(change.id()))
            departure.over(id, why, whole ? day : day.plusDays(1), change.by(), now);
    }

    private void fall(Award award, Actor by, Instant now) {
        boolean offered = award.status() == AwardStatus.OFFERED;
        award.fall(by, now);
        UUID bid = award.bid();
        if (offered && bid != null) bids.passedOver(by, bid);
        desk.record(award, by, offered ? AwardDesk.Event.REVOKED : AwardDesk.Event.REFUSED, null);
    }
}
