package cymru.pontio.providers.accreditation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files out of quarantine, or leaves them there. The scanner is asked outside of any transaction. */
@Component
class EvidenceScans {
    private static final int AT_ONCE = 20;

    private final EvidenceStore store;
    private final VirusScanner scanner;
    private final History history;
    private final TransactionTemplate transaction;

    EvidenceScans(EvidenceStore store, VirusScanner scanner, History history, TransactionTemplate transaction) {
        this.store = store;
        this.scanner = scanner;
        this.history = history;
        this.transaction = transaction;
    }

    void scan(UUID id) {
        scan(id, scanner);
    }

    /** Those left from before, the oldest first. */
    void rescan() {
        store.quarantined(AT_ONCE).forEach(this::scan);
    }

    void scan(UUID id, VirusScanner asked) {
        switch (asked.scan(store.content(id))) {
            case CLEAN -> note(id, Evidence.Scan.CLEAN, Step.EVIDENCE_CLEAN);
            case INFECTED -> note(id, Evidence.Scan.INFECTED, Step.EVIDENCE_INFECTED);
            case UNKNOWN -> {} // stays where nobody can open it
        }
    }

    private void note(UUID id, Evidence.Scan verdict, Step step) {
        transaction.executeWithoutResult(status -> {
            Evidence evidence = store.find(id).orElseThrow();
            if (store.scanned(id, verdict))
                history.add(
                        History.CLOCK,
                        evidence.provider(),
                        step,
                        evidence.kind().name(),
                        null);
        });
    }
}
