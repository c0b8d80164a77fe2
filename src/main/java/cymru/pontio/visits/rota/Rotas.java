package cymru.pontio.visits.rota;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementRecords;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.placements.PlacementView;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rotas of a provider's own placements. What is published is what the person was told to expect. */
@Service
class Rotas {
    static final int WEEKS_AHEAD = 12;
    static final int AT_ONCE = 6;

    private final PlacementRecords placements;
    private final RotaTable table;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Rotas(PlacementRecords placements, RotaTable table, Clock clock, ApplicationEventPublisher events) {
        this.placements = placements;
        this.table = table;
        this.clock = clock;
        this.events = events;
    }

    record RotaPublished(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record RotaChanged(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PersonTold(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /**
     * The rota of one placement from today on.
     *
     * @param planned without calls that are no longer due
     * @param next the first week that has calls nobody has been told of; none within the next twelve weeks
     * @param open the first day among those published that has such a call: the plan has changed since
     */
    record View(
            PlacementView.Row placement,
            LocalDate today,
            List<RotaTable.Planned> planned,
            List<RotaTable.Change> changes,
            @Nullable LocalDate next,
            @Nullable LocalDate open) {}

    /**
     * A week to publish.
     *
     * @param usual what to begin with: as the same call was last time, or as the plan suggests
     */
    record Draft(PlacementView.Row placement, LocalDate monday, List<DueCall> calls, Map<String, Visit> usual) {}

    /**
     * For printing: whole weeks.
     *
     * @param open the first day from which more visits are due than are published
     * @param before where the sheet before this begins, after where the next does; none where nothing is published there
     */
    record Sheet(
            PlacementView view,
            LocalDate from,
            LocalDate until,
            List<RotaTable.Planned> planned,
            @Nullable LocalDate open,
            @Nullable LocalDate before,
            @Nullable LocalDate after) {}

    @Transactional(readOnly = true)
    public View view(Actor actor, PlacementRef ref) {
        PlacementView.Row placement = own(actor, ref);
        LocalDate today = today();
        LocalDate last = monday(today).plusWeeks(WEEKS_AHEAD).minusDays(1);
        List<DueCall> due = table.due(placement.id(), today, last);
        List<RotaTable.Planned> planned = table.planned(placement.id(), today, last);
        return new View(
                placement,
                today,
                standing(planned, due),
                table.changes(placement.id(), today),
                firstWithout(placement.id(), today, due),
                open(planned, due));
    }

    /** The first week with calls nobody has been told of. */
    @Transactional(readOnly = true)
    public Draft draft(Actor actor, PlacementRef ref) {
        PlacementView.Row placement = own(actor, ref);
        LocalDate today = today();
        List<DueCall> due = table.due(
                placement.id(), today, monday(today).plusWeeks(WEEKS_AHEAD).minusDays(1));
        LocalDate monday = firstWithout(placement.id(), today, due);
        if (monday == null) throw new RuleBroken("rota.error.nothing");
        List<DueCall> calls = without(placement.id(), monday);
        Map<String, Visit> last = new HashMap<>();
        Map<Integer, Visit> position = new HashMap<>();
        for (RotaTable.Planned one : table.planned(placement.id(), monday.minusWeeks(8), monday.plusDays(6))) {
            last.put(one.call().key(), one.visit());
            position.put(one.call().position(), one.visit());
        }
        Map<String, Visit> usual = new HashMap<>();
        for (DueCall call : calls) {
            Visit known = last.getOrDefault(call.key(), position.get(call.position()));
            usual.put(call.key(), usual(call, known));
        }
        return new Draft(placement, monday, calls, usual);
    }

    /** As last time, but never outside the window that is agreed now. */
    private static Visit usual(DueCall call, @Nullable Visit known) {
        if (known == null) return new Visit(call.suggested(), "", null);
        return call.inWindow(known.starts()) ? known : new Visit(call.suggested(), known.worker(), known.second());
    }

    /**
     * Publishes the week, and the same for the weeks after it, all or nothing. Whoever published a call of them meanwhile
     * was first.
     *
     * @param visits by {@link DueCall#key}, one for each call of the draft
     * @return the week that has other calls than this one and must be published by itself; none when all is done
     */
    @Transactional
    public @Nullable LocalDate publish(
            Actor actor, PlacementRef ref, LocalDate monday, int weeks, Map<String, Visit> visits) {
        PlacementView.Row placement = own(actor, ref);
        List<DueCall> all = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            List<DueCall> calls = without(placement.id(), monday.plusWeeks(week));
            if (!calls.stream().allMatch(call -> visits.containsKey(call.key()))) {
                if (week == 0) throw new RuleBroken("rota.error.meanwhile");
                return monday.plusWeeks(week);
            }
            all.addAll(calls);
        }
        if (all.isEmpty()) throw new RuleBroken("rota.error.meanwhile");
        try {
            all.forEach(
                    call -> table.publish(placement.id(), call, Objects.requireNonNull(visits.get(call.key())), actor));
        } catch (DuplicateKeyException e) {
            throw new RuleBroken("rota.error.meanwhile");
        }
        events.publishEvent(new RotaPublished(
                actor, ref.value(), Map.of("from", monday.toString(), "weeks", "" + weeks, "calls", "" + all.size())));
        return null;
    }

    /** A published call of today or later. */
    @Transactional(readOnly = true)
    public RotaTable.Planned call(Actor actor, PlacementRef ref, UUID id) {
        RotaTable.Planned planned = table.one(own(actor, ref).id(), id).orElseThrow(NotFound::new);
        if (planned.call().day().isBefore(today())) throw new RuleBroken("rota.error.past");
        return planned;
    }

    /**
     * Another time or another worker.
     *
     * @param seen version of the call the change was made to
     * @param told how the person was told; none if they have not been
     */
    @Transactional
    public void change(Actor actor, PlacementRef ref, UUID id, long seen, Visit visit, @Nullable Told told) {
        RotaTable.Planned planned = call(actor, ref, id);
        if (planned.version() != seen) throw new RuleBroken("rota.error.changedMeanwhile");
        if (planned.visit().equals(visit)) return;
        if (!table.change(planned, visit, actor, told)) throw new RuleBroken("rota.error.changedMeanwhile");
        events.publishEvent(new RotaChanged(
                actor,
                ref.value(),
                Map.of("day", planned.call().day().toString(), "told", told == null ? "NOT_YET" : told.name())));
    }

    /** The person has been told of a change, and so of those of the same call before it; said once, and it stays. */
    @Transactional
    public void told(Actor actor, PlacementRef ref, long change, Told told) {
        PlacementView.Row placement = own(actor, ref);
        UUID call = table.changed(placement.id(), change).orElseThrow(NotFound::new);
        if (!table.tell(call, change, told, actor)) throw new RuleBroken("rota.error.told");
        events.publishEvent(new PersonTold(actor, ref.value(), Map.of("told", told.name())));
    }

    /** With the person's name, which is a reading of their data; the weeks from that Monday on. */
    @Transactional
    public Sheet sheet(Actor actor, PlacementRef ref, @Nullable LocalDate from, int weeks) {
        PlacementView.Row placement = own(actor, ref);
        LocalDate monday = monday(from == null ? today() : from);
        LocalDate last = monday.plusWeeks(weeks).minusDays(1);
        List<DueCall> due = table.due(placement.id(), monday, last);
        List<RotaTable.Planned> planned = table.planned(placement.id(), monday, last);
        LocalDate before = monday.minusWeeks(weeks);
        LocalDate after = last.plusDays(1);
        return new Sheet(
                placements.view(actor, ref),
                monday,
                last,
                standing(planned, due),
                open(planned, due),
                monday.isAfter(today()) && published(placement.id(), before, monday.minusDays(1)) ? before : null,
                published(placement.id(), after, last.plusWeeks(weeks)) ? after : null);
    }

    private boolean published(UUID placement, LocalDate first, LocalDate last) {
        return !standing(table.planned(placement, first, last), table.due(placement, first, last))
                .isEmpty();
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private PlacementView.Row own(Actor actor, PlacementRef ref) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        PlacementView.Row row = placements.row(actor, ref);
        if (!row.provider().equals(actor.organisation()) || !row.released()) throw new NotFound();
        return row;
    }

    private @Nullable LocalDate firstWithout(UUID placement, LocalDate today, List<DueCall> due) {
        Set<String> planned = new HashSet<>();
        if (due.isEmpty()) return null;
        table.planned(placement, today, due.getLast().day())
                .forEach(one -> planned.add(one.call().line() + " " + one.call().day()));
        return due.stream()
                .filter(call -> !planned.contains(call.line() + " " + call.day()))
                .findFirst()
                .map(call -> monday(call.day()))
                .orElse(null);
    }

    /** What is published to its last day may lack calls that the plan asks for since. */
    private @Nullable LocalDate open(List<RotaTable.Planned> planned, List<DueCall> due) {
        Set<String> known = new HashSet<>();
        planned.forEach(one -> known.add(one.call().line() + " " + one.call().day()));
        LocalDate last =
                planned.isEmpty() ? LocalDate.MIN : planned.getLast().call().day();
        LocalDate today = today();
        return due.stream()
                .filter(call -> !known.contains(call.line() + " " + call.day()))
                .map(DueCall::day)
                .filter(day -> !day.isBefore(today) && !day.isAfter(last))
                .findFirst()
                .orElse(null);
    }

    /** Calls of the week, from today on, that nobody has been told of. */
    private List<DueCall> without(UUID placement, LocalDate monday) {
        LocalDate today = today();
        LocalDate first = monday.isBefore(today) ? today : monday;
        LocalDate last = monday.plusDays(6);
        Set<String> planned = new HashSet<>();
        table.planned(placement, first, last)
                .forEach(one -> planned.add(one.call().line() + " " + one.call().day()));
        return table.due(placement, first, last).stream()
                .filter(call -> !planned.contains(call.line() + " " + call.day()))
                .toList();
    }

    /** What the plan no longer asks for is not shown to anybody as if somebody would come. */
    private static List<RotaTable.Planned> standing(List<RotaTable.Planned> planned, List<DueCall> due) {
        Set<String> calls = new HashSet<>();
        due.forEach(call -> calls.add(call.line() + " " + call.day()));
        return planned.stream()
                .filter(one ->
                        calls.contains(one.call().line() + " " + one.call().day()))
                .toList();
    }
}
