package cymru.pontio.carepackages.absences;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for promised returns that have come. Whichever node comes first does what follows, each on its own. */
@Component
class AbsenceClock {
    private static final Logger log = LoggerFactory.getLogger(AbsenceClock.class);

    private final Absences absences;

    AbsenceClock(Absences absences) {
        this.absences = absences;
    }

    @Scheduled(
            initialDelayString = "${pontio.absences.look-every:60s}",
            fixedDelayString = "${pontio.absences.look-every:60s}")
    void sweep() {
        for (AbsenceTable.Due due : absences.due()) {
            try {
                absences.settle(due);
            } catch (RuntimeException e) {
                log.warn("the return {} could not be settled, the next minute tries again", due.id(), e);
            }
        }
    }
}
