package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One confirmed file taken over: all its good rows, their sums, the starts of care and the audit, or nothing. */
@Component
class ImportRun {
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

    /** The checked rows did not survive a crash of the database server. */
    static final class RowsGone extends RuntimeException {}

    /** Another attempt has begun since, or somebody discarded the file. */
    static final class Overtaken extends RuntimeException {}

    record VisitsImported(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    @Transactional
    public void take(ImportWorker.Job job) {
        ImportView one = job.one();
        if (!staging.complete(job.id(), one.counts().rows())) throw new RowsGone();
        ledger.lock(job.actor().organisation());
        Counts taken = staging.count(job.actor(), job.id());
        imports.step(job.id(), job.attempt(), 2);
        ledger.take(job.actor(), job.id(), job.id());
        staging.clear(job.id());
        events.publishEvent(new VisitsImported(job.actor(), one.ref().value(), facts(taken)));
        if (!imports.done(job.id(), job.attempt(), taken)) throw new Overtaken();
    }

    private static Map<String, String> facts(Counts taken) {
        return Map.of(
                "new", "" + taken.fresh(),
                "changed", "" + taken.changed(),
                "same", "" + taken.same(),
                "bad", "" + taken.bad());
    }
}
