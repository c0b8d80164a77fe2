package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The pledge as it stands today. */
@Component
class Pledge {
    private final VersionShelf versions;
    private final Clock clock;

    Pledge(VersionShelf versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    Version inForce() {
        return versions.inForce(today());
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
