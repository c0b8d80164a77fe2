package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Which day it is where the workers work. */
@Component("workforceDay")
class Day {
    private final Clock clock;

    Day(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
