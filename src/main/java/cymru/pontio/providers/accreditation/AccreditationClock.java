package cymru.pontio.providers.accreditation;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for what has lapsed, what will, and what waits in quarantine. Each step counts once on all nodes. */
@Component
class AccreditationClock {
    private static final Logger log = LoggerFactory.getLogger(AccreditationClock.class);

    private final Lapses lapses;
    private final EvidenceScans scans;

    AccreditationClock(Lapses lapses, EvidenceScans scans) {
        this.lapses = lapses;
        this.scans = scans;
    }

    @Scheduled(
            initialDelayString = "${pontio.accreditation.look-every:60s}",
            fixedDelayString = "${pontio.accreditation.look-every:60s}")
    void look() {
        attempt("reminders", lapses::remind);
        attempt("lapses", () -> {
            for (UUID provider : lapses.due()) attempt("lapse", () -> lapses.lapse(provider));
        });
        attempt("quarantine", scans::rescan);
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("accreditation: {} did not work, the next minute tries again", what, e);
        }
    }
}
