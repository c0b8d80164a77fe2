package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calls of a package day by day. A week by which care is given is never edited: calls end on a day and others begin on
 * it, so that what was to be given on any past day stays what it was.
 */
@Service
public class CallPlans {
    private final CallPlanTable table;
    private final PackageShelf shelf;

    CallPlans(CallPlanTable table, PackageShelf shelf) {
        this.table = table;
        this.shelf = shelf;
    }

    /** Calls in force on that day and those that begin later, by number. For rooms that know the reader may see it. */
    @Transactional(readOnly = true)
    public List<DatedCall> since(PackageId id, LocalDate day) {
        return table.since(id.value(), day);
    }

    /**
     * Plans the week anew from a day on, be it for a time. Only while care is given, and only calls whose end nobody has
     * agreed yet.
     *
     * @return the calls that were written, those that return later included
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Replan.Begun> replan(Actor by, PackageId id, Replan wanted) {
        CarePackage held = shelf.hold(id);
        held.replanned(shelf.now());
        Map<UUID, DatedCall> standing = new HashMap<>();
        table.since(id.value(), wanted.from())
                .forEach(call -> standing.put(call.call().id(), call));
        mustBeOpen(wanted, standing);
        UUID replan = table.write(by, id.value(), wanted, null);
        wanted.ending().forEach(line -> table.end(line, replan, wanted.from()));
        List<Replan.Begun> begun = new ArrayList<>();
        for (Replan.NewCall call : wanted.beginning()) begun.add(begin(id, replan, wanted, call, standing));
        if (wanted.until() != null)
            for (UUID line : wanted.ending())
                begun.add(new Replan.Begun(table.repeat(line, replan, wanted.until()), line, true));
        publish(by, id, held, wanted.cause(), wanted.from());
        return List.copyOf(begun);
    }

    /**
     * Takes back a change whose first day has not come: what it brought never begins, and what it ended goes on. Of changes
     * that follow each other the latest first.
     *
     * @param cause of the change that is taken back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undo(Actor by, PackageId id, String cause) {
        CarePackage held = shelf.hold(id);
        CallPlanTable.Written was = table.written(cause).orElseThrow(NotFound::new);
        if (!was.from().isAfter(shelf.today())) throw new RuleBroken("carepackages.error.begun", was.from());
        if (table.touchedLater(was)) throw new RuleBroken("carepackages.error.changedLater", was.from());
        Replan taking = new Replan(cause + "/undone", was.from(), null, Set.of(), List.of());
        UUID replan = table.write(by, id.value(), taking, was.id());
        table.begunBy(was.id()).forEach((line, from) -> table.end(line, replan, from));
        publish(by, id, held, taking.cause(), was.from());
    }

    private Replan.Begun begin(
            PackageId id, UUID replan, Replan wanted, Replan.NewCall call, Map<UUID, DatedCall> standing) {
        DatedCall before = call.inPlaceOf() == null ? null : standing.get(call.inPlaceOf());
        int position = before == null
                ? table.lastPosition(id.value()) + 1
                : before.call().position();
        UUID line = table.begin(id.value(), replan, position, call.terms(), wanted.from());
        if (wanted.until() != null) table.end(line, replan, wanted.until());
        return new Replan.Begun(line, call.inPlaceOf(), false);
    }

    private static void mustBeOpen(Replan wanted, Map<UUID, DatedCall> standing) {
        Set<UUID> replaced = new HashSet<>();
        for (Replan.NewCall call : wanted.beginning()) if (call.inPlaceOf() != null) replaced.add(call.inPlaceOf());
        if (!wanted.ending().containsAll(replaced)) throw new IllegalStateException("A call is replaced and not ended");
        for (UUID line : wanted.ending()) {
            DatedCall call = standing.get(line);
            if (call == null || !call.on(wanted.from())) throw new RuleBroken("carepackages.error.notInWeek");
            if (call.until() != null) throw new RuleBroken("carepackages.error.changedLater", call.until());
        }
        boolean left = !wanted.beginning().isEmpty()
                || standing.values().stream()
                        .anyMatch(call -> call.on(wanted.from())
                                && !wanted.ending().contains(call.call().id()));
        if (!left) throw new RuleBroken("carepackages.error.noCalls");
    }

    private void publish(Actor by, PackageId id, CarePackage held, String cause, LocalDate from) {
        shelf.reload(held);
        shelf.tell(new PackageReplanned(by, id, held.view().ref().value(), cause, from));
    }
}
