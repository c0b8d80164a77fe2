package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the versions with their levels and clauses. */
@Component
class VersionShelf {
    private final JdbcClient jdbc;

    VersionShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Version> all() {
        return jdbc.sql("select * from providers.pledge_version order by number desc")
                .query((row, n) -> version(row))
                .list();
    }

    Optional<Version> numbered(int number) {
        return jdbc.sql("select * from providers.pledge_version where number = ?")
                .param(number)
                .query((row, n) -> version(row))
                .optional();
    }

    List<Version> adopted() {
        return jdbc.sql("select * from providers.pledge_version where status = 'ADOPTED' order by starts_on")
                .query((row, n) -> version(row))
                .list();
    }

    /** The one that counts on the day; there always is one, because the first came with the product. */
    Version inForce(LocalDate day) {
        List<Version> adopted = adopted();
        return adopted.reversed().stream()
                .filter(version -> !version.startsOn().isAfter(day))
                .findFirst()
                .orElse(adopted.getFirst());
    }

    private Version version(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Version(
                id,
                row.getInt("number"),
                VersionStatus.valueOf(row.getString("status")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("transition_until", LocalDate.class),
                row.getString("why"),
                row.getObject("drafted_by", UUID.class),
                row.getString("drafted_by_name"),
                instant(row, "drafted_at").orElseThrow(),
                row.getString("decided_by_name"),
                instant(row, "decided_at").orElse(null),
                row.getString("decision_reason"),
                levels(id));
    }

    private List<Version.Step> levels(UUID version) {
        List<Clause> clauses =
                jdbc.sql("""
                select c.*, a.level, a.mandatory from providers.pledge_version_clause a
                join providers.pledge_clause c on c.id = a.clause_id where a.version_id = ? order by a.position, c.code""").param(version).query((row, n) -> clause(row)).list();
        return jdbc.sql("""
                select * from providers.pledge_level where version_id = ?
                order by array_position(array['BRONZE', 'SILVER', 'GOLD'], level)""")
                .param(version)
                .query((row, n) -> step(row, clauses))
                .list();
    }

    private static Version.Step step(ResultSet row, List<Clause> clauses) throws SQLException {
        Level level = Level.valueOf(row.getString("level"));
        BigDecimal reward = row.getBigDecimal("reward_an_hour");
        return new Version.Step(
                level,
                row.getBoolean("illustrative"),
                reward == null ? null : new Money(reward),
                clauses.stream().filter(clause -> clause.level() == level).toList());
    }

    private static Clause clause(ResultSet row) throws SQLException {
        return new Clause(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("text_en"),
                row.getString("text_cy"),
                Evidence.valueOf(row.getString("evidence")),
                row.getInt("good_months"),
                Level.valueOf(row.getString("level")),
                row.getBoolean("mandatory"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? Optional.empty() : Optional.of(at.toInstant());
    }
}
