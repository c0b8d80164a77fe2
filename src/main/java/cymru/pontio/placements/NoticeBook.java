package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertStatus;
import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices and the decisions about their risk: written once, read ever after. */
@Component
class NoticeBook {
    private final JdbcClient jdbc;

    NoticeBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A round that looks for somebody else.
     *
     * @param closed takes no bids any more
     */
    record Search(String ref, AdvertStatus status, Instant deadline, boolean closed) {
        public boolean open() {
            return status == AdvertStatus.OPEN;
        }
    }

    /**
     * Somebody else who has been found.
     *
     * @param ref of the placement, or of the award that is not accepted yet
     */
    record Found(String ref, boolean accepted, String provider, LocalDate start) {}

    void write(UUID placement, Notice notice, Actor by) {
        jdbc.sql("""
                insert into placements.notice (placement_id, reason, handback, note, days, given_on, asked_on, ends_on, by_account, by_name, at)
                values (:placement, :reason, :handback, :note, :days, :given, :asked, :ends, :account, :name, :at)""")
                .param("placement", placement)
                .param("reason", notice.reason().name())
                .param(
                        "handback",
                        notice.handback() == null ? null : notice.handback().name())
                .param("note", notice.note())
                .param("days", notice.days())
                .param("given", notice.givenOn())
                .param("asked", notice.askedOn())
                .param("ends", notice.endsOn())
                .param("account", by.userId())
                .param("name", by.name())
                .param("at", Timestamp.from(notice.at()))
                .update();
    }

    void sign(UUID placement, Actor by, String reason, boolean earlier, Instant at) {
        jdbc.sql("""
                insert into placements.risk_decision (placement_id, reason, earlier, by_account, by_name, at)
                values (:placement, :reason, :earlier, :account, :name, :at)""")
                .param("placement", placement)
                .param("reason", reason)
                .param("earlier", earlier)
                .param("account", by.userId())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Notice> of(UUID placement) {
        return jdbc.sql("select * from placements.notice_in_force where placement_id = ?")
                .param(placement)
                .query((row, n) -> notice(row))
                .optional();
    }

    /** The latest round that was published for the package since the notice: who shall care afterwards is being sought by it. */
    Optional<Search> search(UUID carePackage, Instant since) {
        return jdbc.sql("""
                select s.ref, s.status, r.deadline, r.deadline <= clock_timestamp() as closed
                from adverts.report_search s join adverts.report_round r on r.id = s.advert_id
                where s.care_package_id = ? and s.published_at >= ? order by s.published_at desc, s.ref limit 1""")
                .params(carePackage, Timestamp.from(since))
                .query((row, n) -> new Search(
                        row.getString("ref"),
                        AdvertStatus.valueOf(row.getString("status")),
                        row.getTimestamp("deadline").toInstant(),
                        row.getBoolean("closed")))
                .optional();
    }

    /** Who has taken the care over since the notice, or is being asked to. */
    List<Found> found(UUID carePackage, Instant since) {
        return jdbc.sql("""
                select f.ref, f.accepted, r.name as provider, f.start from (
                    select ref, true as accepted, provider_id, agreed_start as start from placements.placement
                    where care_package_id = :package and status in ('PENDING_START', 'LIVE') and accepted_at >= :since
                    union all
                    select ref, false, provider_id, start_on from placements.award
                    where care_package_id = :package and status in ('PROPOSED', 'OFFERED')) f
                join providers.report_provider r on r.id = f.provider_id order by f.start, f.ref""")
                .param("package", carePackage)
                .param("since", Timestamp.from(since))
                .query(Found.class)
                .list();
    }

    /** Placements whose notice is over on that day. */
    List<PlacementTable.Key> due(LocalDate today) {
        return jdbc.sql("""
                select p.id, p.ref, p.care_package_id as care_package
                from placements.placement p join placements.notice_in_force n on n.placement_id = p.id
                where p.status = 'NOTICE_GIVEN' and n.ends_on <= ? order by n.ends_on, p.id""").param(today).query(PlacementTable.Key.class).list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                CareEnd.valueOf(row.getString("reason")),
                handback(row.getString("handback")),
                row.getString("note"),
                row.getInt("days"),
                row.getObject("given_on", LocalDate.class),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant(),
                row.getString("risk_reason") == null
                        ? null
                        : new Notice.RiskDecision(
                                row.getString("risk_reason"),
                                row.getBoolean("earlier"),
                                row.getString("risk_by"),
                                row.getTimestamp("risk_at").toInstant()));
    }

    private static @Nullable HandbackReason handback(@Nullable String code) {
        return code == null ? null : HandbackReason.valueOf(code);
    }
}
