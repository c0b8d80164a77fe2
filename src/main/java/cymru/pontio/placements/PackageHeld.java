package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.carepackages.PackageStatusChanged;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever is about to begin hears that the package is on hold, so that nobody comes to an empty house, and when it no longer is. */
@Component
class PackageHeld {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PackageHeld(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @param subject reference of the placement */
    record CareHeld(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** @param subject reference of the placement */
    record CareTakenUpAgain(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    @EventListener
    void changed(PackageStatusChanged change) {
        if (!change.now().waiting()) return;
        Map<String, String> facts = Map.of("package", change.subject());
        if (change.now() == PackageStatus.ON_HOLD)
            for (String ref : pending(change.id())) events.publishEvent(new CareHeld(change.by(), ref, facts));
        if (change.was() == PackageStatus.ON_HOLD)
            for (String ref : pending(change.id())) events.publishEvent(new CareTakenUpAgain(change.by(), ref, facts));
    }

    private List<String> pending(PackageId carePackage) {
        return jdbc.sql(
                        "select ref from placements.placement where care_package_id = ? and status = 'PENDING_START' order by id")
                .param(carePackage.value())
                .query(String.class)
                .list();
    }
}
