package cymru.pontio.visits.calls;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What contracts let pass, each from its day on; set by commissioners, never for a day that is past. */
@Service
public class ContractTolerances {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ContractTolerances(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @param provider name; none for all that have nothing of their own */
    public record Row(@Nullable String provider, LocalDate fromOn, Tolerances tolerances, String by, Instant at) {}

    record TolerancesSet(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    @Transactional(readOnly = true)
    public List<Row> list(Actor actor) {
        actor.must(Role.COMMISSIONER);
        return jdbc.sql("""
                select p.name, t.* from visits.tolerance t left join providers.report_provider p on p.id = t.provider_id
                order by t.provider_id is not null, p.name, t.from_on desc limit 500""")
                .query((row, n) -> new Row(
                        row.getString("name"),
                        row.getObject("from_on", LocalDate.class),
                        new Tolerances(
                                row.getInt("critical_minutes"),
                                row.getInt("short_percent"),
                                row.getInt("long_minutes"),
                                row.getInt("reach_minutes"),
                                row.getInt("report_days")),
                        row.getString("by_name"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /** @param provider none for all that have nothing of their own */
    @Transactional
    public void set(Actor actor, @Nullable UUID provider, LocalDate from, Tolerances tolerances) {
        actor.must(Role.COMMISSIONER);
        int set = jdbc.sql("""
                insert into visits.tolerance (provider_id, from_on, critical_minutes, short_percent, long_minutes, reach_minutes,
                    report_days, by_account, by_name)
                select :provider, :from, :critical, :short, :long, :reach, :report, :by, :name
                where :from >= (clock_timestamp() at time zone 'Europe/London')::date
                on conflict do nothing""")
                .param("provider", provider)
                .param("from", from)
                .param("critical", tolerances.criticalMinutes())
                .param("short", tolerances.shortPercent())
                .param("long", tolerances.longMinutes())
                .param("reach", tolerances.reachMinutes())
                .param("report", tolerances.reportDays())
                .param("by", actor.userId())
                .param("name", actor.name())
                .update();
        if (set == 0) throw new RuleBroken("calls.tolerances.error.there");
        events.publishEvent(new TolerancesSet(
                actor, "TOLERANCES", Map.of("provider", Objects.toString(provider, "all"), "from", from.toString())));
    }
}
