package cymru.pontio.providers.register;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.register.RegisterEvents.RegisterEntryLinked;
import cymru.pontio.providers.register.RegisterEvents.RegisterEntryUnlinked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Services as their regulators publish them, and which of our providers they belong to. */
@Service
public class Register {
    public static final int PAGE = 50;

    private static final String SELECT = """
            select e.regulator, e.registration, e.name, e.type, e.provider_name, e.responsible,
                coalesce(nullif(e.partnership_area, ''), e.local_authority) as area, e.provider_id, e.inspected_on, e.report_url,
                e.vanished_on,
                array(select r.theme || '=' || r.rating from providers.register_rating r where r.entry_id = e.id) as ratings
            from providers.register_entry e\s""";

    private final JdbcClient jdbc;
    private final Providers providers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Register(JdbcClient jdbc, Providers providers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.events = events;
        this.clock = clock;
    }

    /** The services of each of these providers, those that vanished from the register last. */
    @Transactional(readOnly = true)
    public Map<UUID, List<RatedService>> of(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return jdbc
                .sql(
                        SELECT
                                + "where e.provider_id = any (cast(:ids as uuid[])) order by e.vanished_on nulls first, e.regulator, e.registration")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> service(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.provider())));
    }

    /** By name; one more than a page, if there are more. */
    @Transactional(readOnly = true)
    public List<RatedService> list(Actor actor, EntryFilter filter) {
        actor.must(Role.COMMISSIONER);
        return jdbc.sql(SELECT + """
                where (:state = '' or case :state when 'vanished' then e.vanished_on is not null
                        when 'linked' then e.provider_id is not null
                        else e.provider_id is null and e.vanished_on is null end)
                  and (e.name ilike :pattern or e.provider_name ilike :pattern or e.registration ilike :pattern)
                  and (:after = '' or (e.name, e.id) > (select l.name, l.id from providers.register_entry l
                        where l.regulator = :afterRegulator and l.registration = :after))
                order by e.name, e.id limit :limit""")
                .param("state", filter.state())
                .param("pattern", filter.pattern())
                .param("after", filter.after().isEmpty() ? "" : filter.afterRegistration())
                .param("afterRegulator", filter.afterRegulator())
                .param("limit", PAGE + 1)
                .query((row, n) -> service(row))
                .list();
    }

    @Transactional(readOnly = true)
    public RatedService service(Actor actor, Regulator regulator, String registration) {
        actor.must(Role.COMMISSIONER);
        return jdbc.sql(SELECT + "where e.regulator = ? and e.registration = ?")
                .params(regulator.name(), registration)
                .query((row, n) -> service(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Says by hand which provider a service belongs to, instead of what was said before. */
    @Transactional
    public void link(Actor actor, Regulator regulator, String registration, String provider) {
        service(actor, regulator, registration);
        ProviderView one = providers.byRef(provider);
        jdbc.sql("""
                update providers.register_entry set provider_id = ?, linked_by = ?, linked_at = ?
                where regulator = ? and registration = ?""")
                .params(
                        one.id(),
                        actor.userId().toString(),
                        Timestamp.from(clock.instant()),
                        regulator.name(),
                        registration)
                .update();
        events.publishEvent(new RegisterEntryLinked(actor, registration, Map.of("provider", one.ref())));
    }

    @Transactional
    public void unlink(Actor actor, Regulator regulator, String registration) {
        service(actor, regulator, registration);
        jdbc.sql("""
                update providers.register_entry set provider_id = null, linked_by = null, linked_at = null
                where regulator = ? and registration = ?""").params(regulator.name(), registration).update();
        events.publishEvent(new RegisterEntryUnlinked(actor, registration));
    }

    private static RatedService service(ResultSet row) throws SQLException {
        Regulator regulator = Regulator.valueOf(row.getString("regulator"));
        Map<Theme, Rating> ratings = Arrays.stream(
                        (String[]) row.getArray("ratings").getArray())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> Theme.valueOf(pair[0]), pair -> Rating.valueOf(pair[1])));
        return new RatedService(
                regulator,
                row.getString("registration"),
                row.getString("name"),
                row.getString("type"),
                row.getString("provider_name"),
                row.getString("responsible"),
                row.getString("area"),
                row.getObject("provider_id", UUID.class),
                row.getObject("inspected_on", LocalDate.class),
                row.getString("report_url"),
                row.getObject("vanished_on", LocalDate.class),
                lines(regulator, ratings));
    }

    /** All themes of Care Inspectorate Wales; of the Care Quality Commission its overall rating and what else it gives. */
    private static List<RatedService.Line> lines(Regulator regulator, Map<Theme, Rating> ratings) {
        return regulator.themes().stream()
                .filter(theme -> regulator == Regulator.CIW || theme == Theme.OVERALL || ratings.containsKey(theme))
                .map(theme -> new RatedService.Line(theme, ratings.get(theme)))
                .toList();
    }
}
