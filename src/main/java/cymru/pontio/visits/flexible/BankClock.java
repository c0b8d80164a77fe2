package cymru.pontio.visits.flexible;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends blocks that are over, once a day or so. A second node finds nothing left to do. */
@Component
class BankClock {
    private static final Logger log = LoggerFactory.getLogger(BankClock.class);

    private final Bank bank;

    BankClock(Bank bank) {
        this.bank = bank;
    }

    @Scheduled(
            initialDelayString = "${pontio.flexible.look-every:1h}",
            fixedDelayString = "${pontio.flexible.look-every:1h}")
    void sweep() {
        try {
            bank.settle();
        } catch (RuntimeException e) {
            log.warn("blocks of flexible hours could not be ended, the next hour tries again", e);
        }
    }
}
