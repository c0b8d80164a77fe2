package cymru.pontio.visits;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for imports whose work has stopped, so that their providers see it wherever they look. */
@Component
class ImportClock {
    private static final Logger log = LoggerFactory.getLogger(ImportClock.class);

    private final VisitImports imports;

    ImportClock(VisitImports imports) {
        this.imports = imports;
    }

    @Scheduled(
            initialDelayString = "${pontio.imports.look-every:60s}",
            fixedDelayString = "${pontio.imports.look-every:60s}")
    void sweep() {
        try {
            imports.sweep();
        } catch (RuntimeException e) {
            log.warn("imports that stopped could not be marked, the next minute tries again", e);
        }
    }
}
