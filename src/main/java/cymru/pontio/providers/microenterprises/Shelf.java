package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.CareService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where micro-enterprises are found, through the person asking, and held still while somebody changes them. */
@Component
class Shelf {
    private static final String SELECT = """
            select p.id, p.ref, p.name, p.welsh, m.state, m.state_at, m.help, m.phone, m.email, m.website,
                   array(select t.locality from providers.patch t where t.provider_id = p.id order by 1) as patches,
                   providers.micro_people_on(p.id, :today) as personal_care,
                   (select count(distinct coalesce(w.person, w.id)) from providers.micro_arrangement a
                        join providers.micro_person w on w.id = a.who
                        where a.provider_id = p.id and a.from_day <= :today and (a.until_day is null or a.until_day > :today))
                     - providers.micro_people_on(p.id, :today) as others
            from providers.micro_enterprise m join providers.provider p on p.id = m.provider_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Shelf(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** For the council every micro-enterprise, for the manager of one its own; to others it is not there. */
    MicroView find(Actor actor, MicroRef ref) {
        return one("p.ref = :key", ref.value())
                .filter(micro -> ofCouncil(actor) || owns(actor, micro.id()))
                .orElseThrow(NotFound::new);
    }

    MicroView own(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER);
        return byId(actor.organisation()).orElseThrow(NotFound::new);
    }

    Optional<MicroView> byId(UUID id) {
        return one("p.id = cast(:key as uuid)", id.toString());
    }

    List<MicroView> all(MicroFilter filter) {
        return jdbc.sql(SELECT + """
                where (:state = '' or m.state = :state) and (:help = '' or :help = any (m.help)) and (:welsh = '' or p.welsh)
                  and (:patch = '' or exists (select from providers.patch t where t.provider_id = p.id and t.locality = :patch))
                order by p.name, p.id""")
                .param("today", today())
                .param("state", filter.state())
                .param("help", filter.help())
                .param("welsh", filter.welsh())
                .param("patch", filter.patch())
                .query((row, n) -> micro(row))
                .list();
    }

    /** Nobody else changes this micro-enterprise or whom it helps until the end of the transaction. */
    MicroState hold(UUID id) {
        return jdbc.sql("select state from providers.micro_enterprise where provider_id = ? for no key update")
                .param(id)
                .query(String.class)
                .optional()
                .map(MicroState::valueOf)
                .orElseThrow(NotFound::new);
    }

    static boolean ofCouncil(Actor actor) {
        return actor.isAny(Role.COMMISSIONER, Role.DP_ADVISER);
    }

    private static boolean owns(Actor actor, UUID micro) {
        return actor.is(Role.PROVIDER_MANAGER) && actor.organisation().equals(micro);
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    /** The database's clock, so that steps from different nodes stand in their order. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    void tell(Auditable event) {
        events.publishEvent(event);
    }

    private Optional<MicroView> one(String where, String key) {
        return jdbc.sql(SELECT + "where " + where)
                .param("today", today())
                .param("key", key)
                .query((row, n) -> micro(row))
                .optional();
    }

    private static MicroView micro(ResultSet row) throws SQLException {
        return new MicroView(
                row.getObject("id", UUID.class),
                new MicroRef(row.getString("ref")),
                row.getString("name"),
                MicroState.valueOf(row.getString("state")),
                row.getTimestamp("state_at").toInstant(),
                help((String[]) row.getArray("help").getArray()),
                new LinkedHashSet<>(List.of((String[]) row.getArray("patches").getArray())),
                row.getBoolean("welsh"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("website"),
                row.getInt("personal_care"),
                row.getInt("others"));
    }

    private static Set<CareService> help(String[] codes) {
        return Arrays.stream(codes)
                .map(CareService::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CareService.class)));
    }
}
