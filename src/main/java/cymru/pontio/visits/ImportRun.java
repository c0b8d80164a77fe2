package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One confirmed file taken over: all its good rows, their sums, the starts of care and the audit, or nothing. */
@Component
class ImportRun {
    private static final int TAKING = 1;
    private static final int TAKEN = 2;

    private final ImportStore imports;
    private final Staging staging;
    private final VisitLedger ledger;
    private final ApplicationEventPublisher events;

    ImportRun(ImportStore imports, Staging staging, VisitLedger ledger, ApplicationEventPublisher events) {
        this.imports = imports;
        this.staging = staging;
        this.ledger = ledger;
        this.events = events;
    }

    /** @param attempt of how many; only the latest may finish */
    record Job(Actor actor, ImportView one, int attempt) {
        UUID id() {
            return one.id();
        }
    }

    /** The checked rows did not survive a crash of the database server. */
    static final class RowsGone extends RuntimeException {}

    /** Another attempt has begun since, or somebody asked to stop while the last rows were written. */
    static final class Overtaken extends RuntimeException {}

    record VisitsImported(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    @Transactional
    public void take(Job job) {
        UUID id = job.id();
        Staged staged = new Staged(id);
        if (!staging.complete(staged)) throw new RowsGone();
        Counts taken = ledger.take(job.actor(), staged, id, rows -> imports.progress(id, job.attempt(), TAKING, rows));
        imports.progress(id, job.attempt(), TAKEN, taken.fresh() + taken.changed());
        staging.clear(id);
        events.publishEvent(new VisitsImported(job.actor(), job.one().ref().value(), facts(taken)));
        if (!imports.done(id, job.attempt(), taken)) throw new Overtaken();
    }

    private static Map<String, String> facts(Counts taken) {
        return Map.of(
                "new", "" + taken.fresh(),
                "changed", "" + taken.changed(),
                "same", "" + taken.same(),
                "bad", "" + taken.bad());
    }
}
