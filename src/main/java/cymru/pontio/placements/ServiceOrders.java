package cymru.pontio.placements;

import cymru.pontio.carepackages.CallPlans;
import cymru.pontio.carepackages.DatedCall;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.Replan;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which calls a placement owes, with the windows its provider agreed to. An order is never edited: what is agreed later is
 * a new one, from its day on.
 */
@Service
public class ServiceOrders {
    private final JdbcClient jdbc;
    private final PlacementList list;
    private final CallPlans plans;
    private final JsonMapper json;

    ServiceOrders(JdbcClient jdbc, PlacementList list, CallPlans plans, JsonMapper json) {
        this.jdbc = jdbc;
        this.list = list;
        this.plans = plans;
        this.json = json;
    }

    /** A call that the placement owes, with the agreed window where that is another than the planned one. */
    public record Owed(DatedCall call, AwardLine agreed) {
        public @Nullable LocalTime from() {
            return agreed.from() == null ? call.call().from() : agreed.from();
        }

        public @Nullable LocalTime until() {
            return agreed.until() == null ? call.call().until() : agreed.until();
        }
    }

    /** Owed on that day or beginning later. */
    @Transactional(readOnly = true)
    public List<Owed> since(UUID placement, PackageId carePackage, LocalDate day) {
        Map<UUID, AwardLine> held = held(placement);
        return plans.since(carePackage, day).stream()
                .filter(call -> held.containsKey(call.call().id()))
                .map(call -> new Owed(
                        call, Objects.requireNonNull(held.get(call.call().id()))))
                .toList();
    }

    /** The placement owes these calls too; each of the days begins an order of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void amend(
            UUID placement,
            PackageId carePackage,
            String cause,
            List<LocalDate> days,
            List<Replan.Begun> begun,
            Instant now) {
        begun.forEach(call -> owe(placement, call));
        for (LocalDate day : days) issue(placement, carePackage, cause, day, now);
    }

    private void owe(UUID placement, Replan.Begun call) {
        jdbc.sql("""
                insert into placements.placement_line (placement_id, call_line_id, window_from, window_to, standing)
                select :placement, :call, l.window_from, l.window_to, p.status in ('PENDING_START', 'LIVE')
                from placements.placement p
                left join placements.placement_line l on :again and l.placement_id = p.id and l.call_line_id = :before
                where p.id = :placement""")
                .param("placement", placement)
                .param("call", call.call())
                .param("again", call.again())
                .param("before", call.inPlaceOf())
                .update();
    }

    private void issue(UUID placement, PackageId carePackage, String cause, LocalDate day, Instant now) {
        List<ServiceOrder.Call> calls = since(placement, carePackage, day).stream()
                .filter(owed -> owed.call().on(day))
                .sorted(Comparator.comparingInt(owed -> owed.call().call().position()))
                .map(owed -> ServiceOrder.call(owed.call().call(), owed.agreed()))
                .toList();
        ServiceOrder order = list.order(placement, day).with(calls);
        jdbc.sql("""
                insert into placements.order_version (placement_id, cause, from_on, issued_at, snapshot, seal)
                select :placement, :cause, :day, :now, s, encode(sha256(convert_to(s::text, 'UTF8')), 'hex')
                from (select cast(:snapshot as jsonb) as s) t""")
                .param("placement", placement)
                .param("cause", cause)
                .param("day", day)
                .param("now", Timestamp.from(now))
                .param("snapshot", json.writeValueAsString(order))
                .update();
    }

    private Map<UUID, AwardLine> held(UUID placement) {
        Map<UUID, AwardLine> held = new HashMap<>();
        jdbc.sql("select call_line_id, window_from, window_to from placements.placement_line where placement_id = ?")
                .param(placement)
                .query(row -> {
                    UUID call = row.getObject(1, UUID.class);
                    held.put(
                            call,
                            new AwardLine(call, row.getObject(2, LocalTime.class), row.getObject(3, LocalTime.class)));
                });
        return held;
    }
}
