package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Care that was due and did not begin. The package goes on waiting, with whatever cover it has. */
@Service
public class Starts {
    private static final Role[] REPORTERS = {
        Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR, Role.BROKER, Role.COMMISSIONER
    };

    private final PlacementList list;
    private final PlacementTable table;
    private final PlacementRegister register;
    private final AwardDesk desk;
    private final ApplicationEventPublisher events;

    Starts(
            PlacementList list,
            PlacementTable table,
            PlacementRegister register,
            AwardDesk desk,
            ApplicationEventPublisher events) {
        this.list = list;
        this.table = table;
        this.register = register;
        this.desk = desk;
        this.events = events;
    }

    record StartFailed(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** Care that is due and has not begun; of any other nobody can say that its start failed. */
    @Transactional(readOnly = true)
    public PlacementView.Row due(Actor actor, PlacementRef ref) {
        actor.must(REPORTERS);
        PlacementView.Row row = list.find(actor, ref).orElseThrow(NotFound::new);
        if (row.status() != PlacementStatus.PENDING_START) throw new RuleBroken("placements.error.started");
        if (Zone.dayOf(desk.now()).isBefore(row.agreedStart())) throw new RuleBroken("placements.error.notDue");
        return row;
    }

    /**
     * The provider reports it or the broker finds out.
     *
     * @param newStart the new first day, after the one that failed; none if nobody knows yet
     */
    @Transactional
    public void failed(Actor actor, PlacementRef ref, String why, @Nullable LocalDate newStart) {
        actor.must(REPORTERS);
        if (list.find(actor, ref).isEmpty()) throw new NotFound();
        PlacementTable.Key key = table.key(ref);
        desk.hold(new PackageId(key.carePackage()));
        Instant now = desk.now();
        LocalDate due = register.failedToStart(key.id(), Zone.dayOf(now), newStart);
        register.note(new PlacementView.FailedStart(due, why, newStart, actor.name(), now), key.id(), actor);
        events.publishEvent(new StartFailed(
                actor, ref.value(), Map.of("due", due.toString(), "newStart", Objects.toString(newStart, ""))));
    }
}
