package cymru.pontio.providers.workforce;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of workers: uploaded and checked, looked at, then confirmed or discarded. Confirming takes all good rows over in
 * one transaction or none; the same file again changes nothing. Workers who are not in the file stay as they are.
 */
@Service
public class WorkerImports {
    static final int SHOWN = 25;

    private final WorkerStore store;
    private final ImportShelf shelf;
    private final Areas areas;
    private final Workers workers;
    private final ApplicationEventPublisher events;

    WorkerImports(
            WorkerStore store, ImportShelf shelf, Areas areas, Workers workers, ApplicationEventPublisher events) {
        this.store = store;
        this.shelf = shelf;
        this.areas = areas;
        this.workers = workers;
        this.events = events;
    }

    /** @throws FileRefused if it cannot be read as workers at all */
    @Transactional
    String upload(Actor actor, InputStreamSource source) {
        actor.must(Workers.KEEPERS);
        Standard standard = workers.standard();
        WorkerFile file = WorkerFile.read(source, standard);
        return shelf.add(actor, Ids.next(), file.sha256(), compare(actor, file.rows(), standard));
    }

    @Transactional(readOnly = true)
    List<WorkerImport> list(Actor actor) {
        actor.must(Workers.KEEPERS);
        return shelf.list(actor, SHOWN);
    }

    @Transactional(readOnly = true)
    WorkerImport view(Actor actor, String ref) {
        actor.must(Workers.KEEPERS);
        return shelf.find(actor, ref);
    }

    /** What is wrong with the rows that were refused, by line. */
    @Transactional(readOnly = true)
    List<Problem> problems(Actor actor, String ref) {
        return shelf.problems(view(actor, ref).id());
    }

    /** Rows that will be taken over. */
    @Transactional(readOnly = true)
    List<ImportShelf.Good> rows(Actor actor, String ref) {
        return shelf.rows(view(actor, ref).id());
    }

    /** Checked again against the register as it is now, because a form may have changed it meanwhile. */
    @Transactional
    void confirm(Actor actor, String ref) {
        WorkerImport one = view(actor, ref);
        store.lock(actor.organisation());
        List<ImportShelf.Good> rows = shelf.rows(one.id());
        if (!shelf.end(one.id(), ImportStatus.DONE)) throw new RuleBroken("workforce.error.notOpen");
        Standard standard = workers.standard();
        Map<String, Worker> known = known(actor);
        for (ImportShelf.Good row : rows) {
            WorkerTerms terms = check(row.line(), row.cells(), standard);
            if (terms == null) throw new RuleBroken("workforce.error.outdated");
            Worker worker = known.get(terms.ref());
            if (worker == null) store.insert(actor, terms, standard);
            else if (!worker.terms().equals(terms.completedBy(worker.terms())))
                store.update(actor, worker.id(), terms, standard);
        }
        events.publishEvent(new WorkforceEvents.WorkersImported(
                actor,
                one.ref(),
                Map.of("new", "" + one.fresh(), "changed", "" + one.changed(), "bad", "" + one.bad())));
    }

    @Transactional
    void discard(Actor actor, String ref) {
        if (!shelf.end(view(actor, ref).id(), ImportStatus.CANCELLED)) throw new RuleBroken("workforce.error.notOpen");
    }

    private ImportShelf.Found compare(Actor actor, List<WorkerFile.Row> rows, Standard standard) {
        Map<String, Worker> known = known(actor);
        Set<String> localities = localities();
        LocalDate today = workers.today();
        Set<String> seen = new HashSet<>();
        List<ImportShelf.Good> good = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int same = 0;
        int bad = 0;
        for (WorkerFile.Row row : rows) {
            RowCheck.Checked checked = RowCheck.check(row, standard, localities, today);
            WorkerTerms terms = checked.terms();
            List<Problem> wrong = new ArrayList<>(checked.problems());
            if (terms != null && !seen.add(terms.ref()))
                wrong.add(new Problem(row.line(), "reference", Fault.REF_TWICE));
            problems.addAll(wrong);
            Worker worker = terms == null ? null : known.get(terms.ref());
            if (terms == null || !wrong.isEmpty()) bad++;
            else if (worker != null && worker.terms().equals(terms.completedBy(worker.terms()))) same++;
            else good.add(new ImportShelf.Good(row.line(), terms.ref(), worker == null, row.cells()));
        }
        return new ImportShelf.Found(good, problems, same, bad);
    }

    private @Nullable WorkerTerms check(int line, Map<String, String> cells, Standard standard) {
        return RowCheck.check(new WorkerFile.Row(line, cells, true), standard, localities(), workers.today())
                .terms();
    }

    private Map<String, Worker> known(Actor actor) {
        Map<String, Worker> known = new HashMap<>();
        store.of(actor.organisation()).forEach(worker -> known.put(worker.ref(), worker));
        return known;
    }

    private Set<String> localities() {
        return areas.all().stream().map(Locality::code).collect(Collectors.toSet());
    }
}
