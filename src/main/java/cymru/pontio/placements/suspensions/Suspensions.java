package cymru.pontio.placements.suspensions;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.FINANCE;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_COORDINATOR;
import static cymru.pontio.kernel.Role.PROVIDER_MANAGER;

import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementRef;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an absence means for the placement: no visits, a retainer by the contract's rule, and visits that were not due. */
@Service
public class Suspensions {
    static final Role[] COUNCIL = {BROKER, COMMISSIONER, FINANCE};
    static final int PAGE = 50;
    static final int FLAGGED = 200;
    static final int FLAGGED_DAYS = 90;
    private static final int FILE = 100_000;

    private final SuspensionTable table;
    private final Absences absences;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Suspensions(SuspensionTable table, Absences absences, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.absences = absences;
        this.events = events;
        this.clock = clock;
    }

    record Row(SuspensionTable.Suspension suspension, Retainer retainer) {}

    /** @param provider whether the reader may report that the person is away */
    record View(
            PlacementRef ref, List<Row> rows, List<SuspensionTable.Flagged> flagged, boolean provider, Instant now) {}

    /** @param next absence and placement of the last row; none where there is no more */
    record Page(List<Row> rows, SuspensionTable.@Nullable Key next) {}

    /** For the provider that may know the person, and for brokers and commissioners. */
    @Transactional
    public View of(Actor actor, PlacementRef ref) {
        actor.must(BROKER, COMMISSIONER, PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR);
        boolean provider = !actor.isAny(BROKER, COMMISSIONER);
        if (provider) own(actor, ref);
        else if (!table.exists(ref)) throw new NotFound();
        events.publishEvent(new PersonalDataRead(actor, "suspensions", ref.value()));
        List<SuspensionTable.Suspension> all = table.ofPlacement(ref);
        List<SuspensionTable.Flagged> flagged = all.isEmpty()
                ? List.of()
                : table.flagged(all.getFirst().placement(), today().minusDays(FLAGGED_DAYS), FLAGGED);
        return new View(ref, rows(all), flagged, provider, now());
    }

    /** Nothing is suspended until the council has confirmed it. */
    @Transactional
    public void report(Actor actor, PlacementRef ref, AwayKind kind, Instant away) {
        actor.must(PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR);
        absences.report(actor, own(actor, ref).carePackage(), kind, away);
    }

    /** All suspensions, latest first. */
    @Transactional(readOnly = true)
    public Page list(Actor actor, @Nullable Instant after, @Nullable UUID placement) {
        actor.must(COUNCIL);
        SuspensionTable.Key key = after == null || placement == null ? null : new SuspensionTable.Key(after, placement);
        List<SuspensionTable.Suspension> rows = table.all(key, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<SuspensionTable.Suspension> shown = more ? rows.subList(0, PAGE) : rows;
        SuspensionTable.Suspension last = more ? shown.getLast() : null;
        return new Page(rows(shown), last == null ? null : new SuspensionTable.Key(last.away(), last.placement()));
    }

    @Transactional(readOnly = true)
    public List<Row> all(Actor actor) {
        actor.must(COUNCIL);
        return rows(table.all(null, FILE));
    }

    /** Visits of the last ninety days that were recorded though the person was away or had died. */
    @Transactional(readOnly = true)
    public List<SuspensionTable.Flagged> flagged(Actor actor) {
        actor.must(COUNCIL);
        return table.flagged(null, today().minusDays(FLAGGED_DAYS), FILE);
    }

    private List<Row> rows(List<SuspensionTable.Suspension> all) {
        Map<SuspensionTable.Which, List<Retainer.Day>> days = table.days(all, today());
        return all.stream()
                .map(one -> new Row(
                        one,
                        Retainer.of(
                                Zone.dayOf(one.away()),
                                days.getOrDefault(SuspensionTable.Which.of(one), List.of()),
                                one.days(),
                                one.percent())))
                .toList();
    }

    private SuspensionTable.Own own(Actor actor, PlacementRef ref) {
        return table.own(actor, ref).orElseThrow(NotFound::new);
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return Zone.dayOf(now());
    }
}
