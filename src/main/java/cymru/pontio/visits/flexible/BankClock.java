package cymru.pontio.visits.flexible;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends blocks that are over, once a day or so. A second node finds nothing left to do. */
@Component
class BankClock {
    private static final Logger log = LoggerFactory.getLogger(BankClock.class);

    private final Settlement settlement;

    BankClock(Settlement settlement) {
        this.settlement = settlement;
    }

    @Scheduled(
            initialDelayString = "${pontio.flexible.look-every:1h}",
            fixedDelayString = "${pontio.flexible.look-every:1h}")
    void sweep() {
        try {
            settlement.settle();
        } catch (RuntimeException e) {
            log.warn("blocks of flexible hours could not be ended, the next hour tries again", e);
        }
    }
}
