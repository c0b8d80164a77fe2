package cymru.pontio.providers.workforce;

import java.time.Instant;
import java.util.UUID;

/** A file of workers and what it holds against the register. */
record WorkerImport(
        UUID id,
        String ref,
        ImportStatus status,
        String sha256,
        int fresh,
        int changed,
        int same,
        int bad,
        Instant uploadedAt) {

    public int takes() {
        return fresh + changed;
    }

    public boolean open() {
        return status == ImportStatus.CHECKED;
    }
}
