package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of visits: uploaded and checked, looked at, then confirmed or discarded. Confirming takes all good rows over in
 * one transaction or none. The same file again changes nothing; a corrected row supersedes and keeps what was said.
 */
@Service
public class VisitImports {
    static final Role[] REPORTERS = {Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR};
    public static final int PAGE = 25;
    private static final int FILE = 20_000;
    /** Larger files are read behind the page. */
    static final long LARGE = 4L << 20;

    private static final int PATIENCE_SECONDS = 20;

    private final ImportStore imports;
    private final ImportCheck check;
    private final Staging staging;
    private final ImportWorker worker;

    /** Reading a large file takes a core for a while: more than two at once would starve the pages. */
    private final Semaphore reading = new Semaphore(2);

    VisitImports(ImportStore imports, ImportCheck check, Staging staging, ImportWorker worker) {
        this.imports = imports;
        this.check = check;
        this.staging = staging;
        this.worker = worker;
    }

    /**
     * Reads a file and compares it with what is known; a large one goes on being read behind the page. Nothing is taken
     * over yet.
     *
     * @param size in bytes
     * @throws FileRefused if it cannot be read as visits at all
     */
    public ImportRef upload(Actor actor, InputStreamSource file, long size) {
        actor.must(REPORTERS);
        check.discardOld(actor.organisation());
        return size > LARGE ? later(actor, Copies.copy(file)) : now(actor, VisitFile.of(file));
    }

    private ImportRef now(Actor actor, VisitFile file) {
        if (!mayRead()) throw new RuleBroken("visits.error.busy");
        UUID id = Ids.next();
        try {
            ImportRef ref = add(actor, id, file);
            check.read(actor, id, file);
            return ref;
        } catch (RuntimeException refused) {
            imports.forget(id);
            throw refused;
        } finally {
            reading.release();
        }
    }

    private ImportRef later(Actor actor, Path copy) {
        UUID id = Ids.next();
        try {
            ImportRef ref = add(actor, id, VisitFile.of(new FileSystemResource(copy)));
            worker.read(actor, id, copy);
            return ref;
        } catch (RuntimeException refused) {
            Copies.delete(copy);
            throw refused;
        }
    }

    /** The database settles it when the same reference comes twice at once. */
    private ImportRef add(Actor actor, UUID id, VisitFile file) {
        try {
            return imports.add(actor, id, file);
        } catch (DuplicateKeyException e) {
            throw new FileRefused(FileRefused.Fault.DUPLICATE, file.reference());
        }
    }

    private boolean mayRead() {
        try {
            return reading.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** By itself: what stopped is marked as such, and what nobody confirmed is discarded, whether its provider looks or not. */
    @Transactional
    void sweep() {
        imports.failSilent(null);
        check.discardOld(null);
    }

    /** Own imports, latest first; one more than a page, if there are more. */
    @Transactional
    public List<ImportView> list(Actor actor, @Nullable String after) {
        actor.must(REPORTERS);
        imports.failSilent(actor.organisation());
        return imports.list(actor, after, PAGE + 1);
    }

    /** The same without pages, for a file. */
    @Transactional
    public List<ImportView> all(Actor actor) {
        actor.must(REPORTERS);
        imports.failSilent(actor.organisation());
        return imports.list(actor, null, FILE);
    }

    @Transactional
    public ImportView view(Actor actor, ImportRef ref) {
        actor.must(REPORTERS);
        imports.failSilent(actor.organisation());
        return imports.find(actor, ref).orElseThrow(NotFound::new);
    }

    /** An earlier import of the very same file, if it was taken over. */
    @Transactional(readOnly = true)
    public Optional<ImportView> sameFile(Actor actor, ImportView one) {
        actor.must(REPORTERS);
        return imports.sameFile(actor, one);
    }

    /** What is wrong with the rows that were refused, by line. */
    @Transactional(readOnly = true)
    public List<Problem> problems(Actor actor, ImportRef ref, int most) {
        actor.must(REPORTERS);
        return staging.problems(
                imports.find(actor, ref).orElseThrow(NotFound::new).id(), most);
    }

    /** Has the good rows taken over. A small file is done when this returns; a large one goes on by itself. */
    public void confirm(Actor actor, ImportRef ref) {
        actor.must(REPORTERS);
        imports.failSilent(actor.organisation());
        ImportView one = imports.find(actor, ref).orElseThrow(NotFound::new);
        if (!one.confirmable()) throw new RuleBroken("visits.error.notOpen");
        int attempt = imports.start(actor, one.id()).orElseThrow(() -> new RuleBroken("visits.error.notOpen"));
        worker.take(new ImportRun.Job(actor, one, attempt));
    }

    /**
     * Throws the checked rows away. Work that goes on is asked to stop instead: a file that was being read is discarded
     * then, one that was being taken over has changed nothing and waits to be confirmed again.
     *
     * @return whether it is discarded already
     */
    @Transactional
    public boolean cancel(Actor actor, ImportRef ref) {
        actor.must(REPORTERS);
        ImportView one = imports.find(actor, ref).orElseThrow(NotFound::new);
        if (imports.askToStop(one.id())) return false;
        if (!imports.cancel(one.id())) throw new RuleBroken("visits.error.notOpen");
        staging.clear(one.id());
        return true;
    }
}
