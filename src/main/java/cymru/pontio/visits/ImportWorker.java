package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import jakarta.annotation.PreDestroy;
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
import org.springframework.stereotype.Component;

/**
 * Takes confirmed files over behind the pages, a few at a time. While a job waits or works it gives a sign of life every
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

    ImportWorker(ImportStore imports, ImportRun runs) {
        this.imports = imports;
        this.runs = runs;
        jobs.allowCoreThreadTimeOut(true);
        pulse.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** @param attempt of how many; only the latest may finish */
    record Job(Actor actor, ImportView one, int attempt) {
        UUID id() {
            return one.id();
        }
    }

    /** Starts the job and waits a moment, in which most are done. */
    void run(Job job) {
        alive.add(job.id());
        try {
            Future<?> running = jobs.submit(() -> work(job));
            running.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.debug("import {} goes on behind the page", job.one().ref());
        } catch (RejectedExecutionException e) {
            alive.remove(job.id());
            imports.fail(job.id(), job.attempt(), ImportFailure.FAULT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void work(Job job) {
        try {
            imports.step(job.id(), job.attempt(), 1);
            runs.take(job);
        } catch (VisitLedger.PlacementChanged e) {
            imports.fail(job.id(), job.attempt(), ImportFailure.PLACEMENT);
        } catch (ImportRun.RowsGone e) {
            imports.fail(job.id(), job.attempt(), ImportFailure.GONE);
        } catch (RuleBroken e) {
            log.warn("import {} refused: {}", job.one().ref(), e.messageKey());
            imports.fail(job.id(), job.attempt(), ImportFailure.START);
        } catch (RuntimeException e) {
            log.error("import {} failed", job.one().ref(), e);
            imports.fail(job.id(), job.attempt(), ImportFailure.FAULT);
        } finally {
            alive.remove(job.id());
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
