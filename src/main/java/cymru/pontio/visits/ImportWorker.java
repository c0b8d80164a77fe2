package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;

/**
 * Reads large files and takes confirmed ones over behind the pages, a few at a time. While a job waits or works it gives a sign of life every
 * few seconds; if this machine dies, the database undoes what the job had begun and the silence shows.
 */
@Component
class ImportWorker {
    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 100;
    private static final int BEAT_SECONDS = 10;
    private static final int PATIENCE_MILLIS = 1500;

    private final ImportStore imports;
    private final ImportRun runs;
    private final ImportCheck check;
    private final Set<UUID> alive = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor jobs = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("import-", 1).factory());
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("import-pulse").daemon().factory());

    ImportWorker(ImportStore imports, ImportRun runs, ImportCheck check) {
        this.imports = imports;
        this.runs = runs;
        this.check = check;
        Copies.clear(Path.of(System.getProperty("java.io.tmpdir")));
        jobs.allowCoreThreadTimeOut(true);
        pulse.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** A confirmed file. Starts the work and waits a moment, in which most are done. */
    void take(ImportRun.Job job) {
        run(job.id(), job.attempt(), () -> take(job.id(), job));
    }

    /** A large file, read behind the page; the copy of it is thrown away afterwards. */
    void read(Actor actor, UUID id, Path copy) {
        run(id, 0, () -> read(actor, id, VisitFile.of(new FileSystemResource(copy)), copy));
    }

    private void run(UUID id, int attempt, Runnable work) {
        alive.add(id);
        try {
            Future<?> running = jobs.submit(() -> {
                try {
                    work.run();
                } finally {
                    alive.remove(id);
                }
            });
            running.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.debug("import {} goes on behind the page", id);
        } catch (RejectedExecutionException e) {
            alive.remove(id);
            imports.fail(id, attempt, ImportFailure.FAULT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(UUID id, ImportRun.Job job) {
        try {
            if (!imports.progress(id, job.attempt(), 1, 0)) throw new Staging.Stopped();
            runs.take(job);
        } catch (Staging.Stopped | ImportRun.Overtaken e) {
            imports.stopped(id, job.attempt());
        } catch (VisitLedger.PlacementChanged e) {
            imports.fail(id, job.attempt(), ImportFailure.PLACEMENT);
        } catch (ImportRun.RowsGone e) {
            imports.fail(id, job.attempt(), ImportFailure.GONE);
        } catch (RuleBroken e) {
            log.warn("import {} refused: {}", job.one().ref(), e.messageKey());
            imports.fail(id, job.attempt(), ImportFailure.START);
        } catch (RuntimeException e) {
            log.error("import {} failed", job.one().ref(), e);
            imports.fail(id, job.attempt(), ImportFailure.FAULT);
        }
    }

    private void read(Actor actor, UUID id, VisitFile file, Path copy) {
        try {
            check.read(actor, id, file);
        } catch (Staging.Stopped e) {
            imports.stopped(id, 0);
        } catch (FileRefused e) {
            imports.unreadable(id, e.fault() + (e.args().length == 0 ? "" : " " + e.args()[0]));
        } catch (RuntimeException e) {
            log.error("import {} could not be read", id, e);
            imports.fail(id, 0, ImportFailure.GONE);
        } finally {
            Copies.delete(copy);
        }
    }

    private void beat() {
        try {
            alive.forEach(imports::beat);
        } catch (RuntimeException e) {
            log.warn("no sign of life could be given", e);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        jobs.shutdown();
        if (!jobs.awaitTermination(15, TimeUnit.SECONDS)) jobs.shutdownNow();
        pulse.shutdownNow();
    }
}
