package cymru.pontio.placements.transfers;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.placements.PlacementStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of transfers. How far each placement is follows from rounds, awards and placements, and is kept nowhere. */
@Component
class TransferTable {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    TransferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** What may still be moved, by area; a notice after which nobody is needed is no matter of a transfer. */
    List<Held> held(UUID provider) {
        return jdbc.sql("""
                select p.ref, p.care_package_id, p.package_ref, p.person_id, a.ref as award,
                    a.revocation_asked_at is not null as asked, a.together, p.locality, p.status, p.agreed_start, n.ends_on - 1 as last_day,
                    m.user_minutes, m.carer_minutes, c.days, c.bands, c.critical
                from placements.placement p
                join placements.award a on a.id = p.award_id
                left join placements.notice_in_force n on n.placement_id = p.id
                cross join lateral placements.minutes_on(p.id, greatest(carepackages.today(), p.agreed_start)) m
                cross join lateral (
                    select coalesce(array_agg(distinct k.band) filter (where k.band is not null), '{}') as bands,
                        coalesce(string_agg(k.days, ''), '') as days,
                        coalesce(sum(length(k.days)) filter (where k.time_critical), 0) as critical
                    from placements.placement_line l join carepackages.report_asked_call k on k.call_line_id = l.call_line_id
                    where l.placement_id = p.id) c
                where p.provider_id = ? and (p.status in ('PENDING_START', 'LIVE')
                    or p.status = 'NOTICE_GIVEN' and n.reason in ('HANDBACK', 'PROVIDER_FAILURE', 'TRANSFER'))
                  and not exists (select from placements.transfer_placement t where t.placement_id = p.id)
                order by p.locality, p.package_ref, p.ref""").param(provider).query((row, n) -> held(row)).list();
    }

    /** The packages of these placements, in the order in which all who hold several take them. */
    List<UUID> packages(List<PlacementRef> refs) {
        return jdbc.sql("select distinct care_package_id from placements.placement where ref = any (?) order by 1")
                .param(refs.stream().map(PlacementRef::value).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    boolean taken(TransferRef ref) {
        return jdbc.sql("select exists (select from placements.transfer where ref = ?)")
                .param(ref.value())
                .query(Boolean.class)
                .single();
    }

    void insert(TransferRef ref, UUID provider, Leavings.Terms terms, Actor by, Instant now) {
        UUID id = Ids.next();
        jdbc.sql("""
                insert into placements.transfer (id, ref, provider_id, reason, last_day, opened_by, opened_by_name, opened_at)
                values (:id, :ref, :provider, :reason, :last, :by, :name, :at)""")
                .param("id", id)
                .param("ref", ref.value())
                .param("provider", provider)
                .param("reason", terms.why().name())
                .param("last", terms.lastDay())
                .param("by", by.userId())
                .param("name", by.name())
                .param("at", Timestamp.from(now))
                .update();
        jdbc.sql("""
                insert into placements.transfer_placement (placement_id, transfer_id)
                select p.id, ? from placements.placement p where p.ref = any (?)""")
                .params(id, terms.chosen().stream().map(PlacementRef::value).toArray(String[]::new))
                .update();
    }

    /** The latest first. */
    List<TransferView.Row> list() {
        return jdbc.sql(LIST + "order by t.opened_at desc, t.id desc limit " + MOST)
                .query((row, n) -> row(row))
                .list();
    }

    Optional<TransferView.Row> find(TransferRef ref) {
        return jdbc.sql(LIST + "where t.ref = ?")
                .param(ref.value())
                .query((row, n) -> row(row))
                .optional();
    }

    List<Moved> moved(TransferRef ref) {
        return jdbc.sql("""
                select p.ref, p.package_ref, p.person_id, p.locality, m.user_minutes, m.carer_minutes, x.over, x.left_calls,
                    x.takes, x.takes_from, x.award, x.advert, o.deadline, coalesce(o.deadline <= clock_timestamp(), false) as closed,
                    coalesce(p.ended_on, n.ends_on) as ends_on,
                    p.status in ('ENDED', 'REVOKED') as gone, s.cover, p.status = 'PENDING_START' as taking
                from placements.transfer_placement i
                join placements.transfer t on t.id = i.transfer_id
                join placements.placement p on p.id = i.placement_id
                join placements.transfer_progress x on x.placement_id = p.id
                join carepackages.report_sourcing s on s.care_package_id = p.care_package_id
                left join adverts.report_round o on o.ref = x.advert
                left join placements.notice_in_force n on n.placement_id = p.id
                cross join lateral placements.minutes_on(p.id,
                    least(greatest(carepackages.today(), p.agreed_start), coalesce(p.ended_on, 'infinity') - 1)) m
                where t.ref = ? order by p.locality, p.package_ref, p.ref""").param(ref.value()).query((row, n) -> moved(row)).list();
    }

    private static final String LIST = """
            select t.ref, t.provider_id, v.name, t.reason, t.last_day, t.opened_by_name, t.opened_at,
                (select count(*) from placements.transfer_placement i where i.transfer_id = t.id) as placements,
                (select count(*) from placements.transfer_placement i
                    join placements.transfer_progress x on x.placement_id = i.placement_id
                    where i.transfer_id = t.id and not x.over and (x.takes is null or x.left_calls > 0)) as open
            from placements.transfer t join providers.report_provider v on v.id = t.provider_id\s""";

    private static TransferView.Row row(ResultSet row) throws SQLException {
        return new TransferView.Row(
                new TransferRef(row.getString("ref")),
                row.getObject("provider_id", UUID.class),
                row.getString("name"),
                CareEnd.valueOf(row.getString("reason")),
                row.getObject("last_day", LocalDate.class),
                row.getString("opened_by_name"),
                row.getTimestamp("opened_at").toInstant(),
                row.getInt("placements"),
                row.getInt("open"));
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                new PlacementRef(row.getString("ref")),
                row.getObject("care_package_id", UUID.class),
                row.getString("package_ref"),
                row.getObject("person_id", UUID.class),
                row.getString("award"),
                row.getBoolean("asked"),
                row.getObject("together", UUID.class),
                row.getString("locality"),
                PlacementStatus.valueOf(row.getString("status")),
                row.getObject("agreed_start", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("user_minutes"),
                row.getInt("carer_minutes"),
                row.getString("days")
                        .chars()
                        .distinct()
                        .sorted()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString(),
                Arrays.stream((String[]) row.getArray("bands").getArray())
                        .map(Band::valueOf)
                        .sorted()
                        .toList(),
                row.getInt("critical"));
    }

    private static Moved moved(ResultSet row) throws SQLException {
        return new Moved(
                row.getString("ref"),
                row.getString("package_ref"),
                row.getObject("person_id", UUID.class),
                row.getString("locality"),
                row.getInt("user_minutes"),
                row.getInt("carer_minutes"),
                row.getBoolean("over"),
                row.getInt("left_calls"),
                row.getString("takes"),
                row.getObject("takes_from", LocalDate.class),
                row.getString("award"),
                row.getString("advert"),
                instant(row.getTimestamp("deadline")),
                row.getBoolean("closed"),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("gone"),
                Cover.valueOf(row.getString("cover")),
                row.getBoolean("taking"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
