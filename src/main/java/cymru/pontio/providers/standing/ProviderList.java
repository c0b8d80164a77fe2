package cymru.pontio.providers.standing;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.register.RatedService;
import cymru.pontio.providers.register.Register;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All providers by name, for the council. */
@Service
class ProviderList {
    static final int PAGE = 25;
    static final int FILE = 10_000;

    private final JdbcClient jdbc;
    private final Register register;
    private final Clock clock;

    ProviderList(JdbcClient jdbc, Register register, Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.clock = clock;
    }

    /** @param services at the regulator, each with a rating for each theme and never one for all */
    record Row(
            UUID id,
            String ref,
            String name,
            ProviderKind kind,
            List<String> patches,
            @Nullable LocalDate accreditedUntil,
            Embargo embargo,
            List<RatedService> services) {}

    @Transactional(readOnly = true)
    public List<Row> rows(Actor actor, ProviderFilter filter, int limit) {
        actor.must(Role.COMMISSIONER, Role.BROKER);
        List<Row> rows = jdbc.sql("""
                select p.id, p.ref, p.name, p.kind, p.accredited_until, p.embargo,
                    array(select t.locality from providers.patch t where t.provider_id = p.id order by 1) as patches
                from providers.provider p
                where (:kind = '' or p.kind = :kind)
                  and (:patch = '' or exists (select from providers.patch t where t.provider_id = p.id and t.locality = :patch))
                  and (:embargo = '' or (p.embargo <> 'NONE') = (:embargo = 'STOPPED'))
                  and (:accreditation = '' or :accreditation = case
                        when p.accredited_until is null then 'NEVER'
                        when p.accredited_until < :today then 'LAPSED'
                        when p.accredited_until <= :soon and :accreditation = 'ENDING' then 'ENDING'
                        else 'CURRENT' end)
                  and (:after = '' or (p.name, p.id) > (select l.name, l.id from providers.provider l where l.ref = :after))
                order by p.name, p.id limit :limit""")
                .param("kind", filter.kind())
                .param("patch", filter.patch())
                .param("embargo", filter.embargo())
                .param("accreditation", filter.accreditation())
                .param("today", today())
                .param("soon", today().plusDays(60))
                .param("after", filter.after())
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
        Map<UUID, List<RatedService>> services =
                register.of(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> with(row, services.getOrDefault(row.id(), List.of())))
                .toList();
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private static Row with(Row row, List<RatedService> services) {
        return new Row(
                row.id(),
                row.ref(),
                row.name(),
                row.kind(),
                row.patches(),
                row.accreditedUntil(),
                row.embargo(),
                services);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("ref"),
                row.getString("name"),
                ProviderKind.valueOf(row.getString("kind")),
                List.of((String[]) row.getArray("patches").getArray()),
                row.getObject("accredited_until", LocalDate.class),
                Embargo.valueOf(row.getString("embargo")),
                List.of());
    }
}
