package cymru.pontio.carepackages.absences;

import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Absences as rows. */
@Component
class AbsenceTable {
    private final JdbcClient jdbc;

    AbsenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cover none where nothing waits or the council has not confirmed it */
    record New(
            PackageId carePackage,
            AwayKind kind,
            Instant away,
            @Nullable Instant back,
            @Nullable Cover cover,
            boolean byProvider) {}

    UUID write(Actor by, New told, Instant now) {
        UUID id = Ids.next();
        try {
            jdbc.sql("""
                    insert into carepackages.absence (id, care_package_id, kind, away_at, back_at, cover_before, told_by,
                        told_by_name, by_provider, confirmed_by, confirmed_at)
                    values (:id, :package, :kind, :away, :back, :cover, :by, :name, :provider, :confirmed, :confirmedAt)""")
                    .param("id", id)
                    .param("package", told.carePackage().value())
                    .param("kind", told.kind().name())
                    .param("away", Timestamp.from(told.away()))
                    .param("back", stamp(told.back()))
                    .param("cover", told.cover() == null ? null : told.cover().name())
                    .param("by", by.userId())
                    .param("name", by.name())
                    .param("provider", told.byProvider())
                    .param("confirmed", told.byProvider() ? null : by.userId())
                    .param("confirmedAt", told.byProvider() ? null : Timestamp.from(now))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new RuleBroken("absences.error.twice");
        }
        return id;
    }

    /** Latest first. */
    List<Absence> of(PackageId carePackage) {
        return jdbc.sql("select * from carepackages.absence where care_package_id = ? order by away_at desc, id desc")
                .param(carePackage.value())
                .query((row, n) -> absence(row))
                .list();
    }

    Optional<Absence> hold(UUID id) {
        return jdbc.sql("select * from carepackages.absence where id = ? for update")
                .param(id)
                .query((row, n) -> absence(row))
                .optional();
    }

    void confirm(UUID id, Actor by, @Nullable Cover cover, Instant now) {
        jdbc.sql(
                        "update carepackages.absence set confirmed_by = :by, confirmed_at = :now, cover_before = :cover where id = :id")
                .param("by", by.userId())
                .param("now", Timestamp.from(now))
                .param("cover", cover == null ? null : cover.name())
                .param("id", id)
                .update();
    }

    void dismiss(UUID id, Instant now) {
        jdbc.sql("update carepackages.absence set dismissed_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void back(UUID id, @Nullable Instant back, Actor by) {
        try {
            jdbc.sql("update carepackages.absence set back_at = :back where id = :id")
                    .param("back", stamp(back))
                    .param("id", id)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new RuleBroken("absences.error.twice");
        }
        promised(id, back, by);
    }

    void promised(UUID id, @Nullable Instant back, Actor by) {
        jdbc.sql(
                        "insert into carepackages.absence_promise (absence_id, back_at, by_account, by_name) values (:id, :back, :by, :name)")
                .param("id", id)
                .param("back", stamp(back))
                .param("by", by.userId())
                .param("name", by.name())
                .update();
    }

    void settle(UUID id, Instant now) {
        jdbc.sql("update carepackages.absence set settled_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** Returns that have come and from which nothing has followed yet, with their packages. */
    List<Due> due(Instant now) {
        return jdbc.sql("""
                select id, care_package_id as care_package from carepackages.absence
                where settled_at is null and dismissed_at is null and confirmed_at is not null and back_at <= ? order by back_at, id""").param(Timestamp.from(now)).query(Due.class).list();
    }

    record Due(UUID id, UUID carePackage) {}

    /** The moment of the last change of cover, be it to come. */
    Optional<Instant> lastCover(PackageId carePackage) {
        return jdbc.sql(
                        "select max(effective_at) from carepackages.report_cover where care_package_id = ? having max(effective_at) is not null")
                .param(carePackage.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** A provider that stays delivers some of the calls. */
    boolean partlyCared(PackageId carePackage) {
        return jdbc.sql("""
                select exists (select from placements.report_placement
                    where care_package_id = ? and status = 'LIVE' and first_visit_at is not null)""").param(carePackage.value()).query(Boolean.class).single();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    static Absence absence(ResultSet row) throws SQLException {
        String cover = row.getString("cover_before");
        return new Absence(
                row.getObject("id", UUID.class),
                new PackageId(row.getObject("care_package_id", UUID.class)),
                AwayKind.valueOf(row.getString("kind")),
                row.getTimestamp("away_at").toInstant(),
                instant(row, "back_at"),
                cover == null ? null : Cover.valueOf(cover),
                row.getString("told_by_name"),
                row.getTimestamp("told_at").toInstant(),
                row.getBoolean("by_provider"),
                instant(row, "confirmed_at"),
                row.getTimestamp("dismissed_at") != null,
                row.getTimestamp("settled_at") != null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
