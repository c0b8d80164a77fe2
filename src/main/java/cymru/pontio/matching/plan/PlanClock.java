package cymru.pontio.matching.plan;

import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brokers find a plan when they come in. Whichever node comes first makes it; one that was down at six makes it later. */
@Component
class PlanClock {
    private static final int SIX = 6;

    private final Plans plans;
    private final Clock clock;

    PlanClock(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${pontio.plan.look-first:90s}", fixedDelayString = "${pontio.plan.look-every:2m}")
    void morning() {
        plans.ofMorning(begun(clock.instant()));
    }

    /** The last day whose morning has begun by the clock of the county: before six that is the day before. */
    static LocalDate begun(Instant at) {
        return at.atZone(Zone.LONDON).toLocalDateTime().minusHours(SIX).toLocalDate();
    }
}
