package cymru.pontio.visits.calls;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageReplanned;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.carepackages.PackageStatusChanged;
import cymru.pontio.carepackages.absences.PersonAway;
import cymru.pontio.carepackages.absences.ReturnPromised;
import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is told late changes which calls were due: a stay in hospital, a return, a death, another week. The days it is about
 * are read again. In the transaction of the telling, so that none is forgotten.
 */
@Component
class OtherDays {
    /** As far back as days are read at all. */
    private static final int DAYS = 100;

    private final CallDayTable table;
    private final Clock clock;

    OtherDays(CallDayTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @EventListener
    void away(PersonAway told) {
        from(told.id(), Zone.dayOf(told.from()));
    }

    /** An earlier promise may have been for any day since. */
    @EventListener
    void back(ReturnPromised told) {
        from(told.id(), today().minusDays(DAYS));
    }

    @EventListener
    void over(PackageStatusChanged told) {
        if (told.now() == PackageStatus.ENDED || told.now() == PackageStatus.WITHDRAWN)
            from(told.id(), Zone.dayOf(told.effective()));
    }

    @EventListener
    void replanned(PackageReplanned told) {
        from(told.id(), told.from());
    }

    private void from(PackageId carePackage, LocalDate day) {
        LocalDate earliest = today().minusDays(DAYS);
        LocalDate first = day.isBefore(earliest) ? earliest : day;
        if (!first.isAfter(today())) table.again(carePackage.value(), first, today());
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
