package cymru.pontio.placements;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.carepackages.PackageStatusChanged;
import cymru.pontio.kernel.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A package that is no longer wanted ends its placements in the same moment, and with them every sight of the person. */
@Component
class PackageOver {
    private final PlacementRegister register;
    private final Departure departure;
    private final AwardDesk desk;

    PackageOver(PlacementRegister register, Departure departure, AwardDesk desk) {
        this.register = register;
        this.departure = departure;
        this.desk = desk;
    }

    /** Visits of the day itself are still the provider's. */
    @EventListener
    void over(PackageStatusChanged change) {
        if (change.now() != PackageStatus.WITHDRAWN && change.now() != PackageStatus.ENDED) return;
        Instant now = desk.now();
        LocalDate dayAfter = Zone.dayOf(change.effective()).plusDays(1);
        for (UUID id : register.running(change.id()))
            departure.over(id, CareEnd.of(change), dayAfter, change.by(), now);
    }
}
