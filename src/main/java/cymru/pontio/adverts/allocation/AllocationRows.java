package cymru.pontio.adverts.allocation;

import cymru.pontio.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of decisions about patches. */
@Repository
class AllocationRows {
    private static final String SELECT =
            "select a.*, p.name as lead_name from adverts.allocation a left join providers.provider p on p.id = a.lead ";

    private final JdbcClient jdbc;

    AllocationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The database's clock. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** In force in each patch on this day; patches nobody decided about are left out. */
    List<Allocation> on(LocalDate day) {
        return jdbc.sql("select distinct on (x.locality) x.* from (" + SELECT
                        + "where a.starts_on <= :day) x order by x.locality, x.starts_on desc, x.number desc")
                .param("day", day)
                .query((row, n) -> allocation(row))
                .list();
    }

    /** The latest decided first. */
    List<Allocation> of(String locality) {
        return jdbc.sql(SELECT + "where a.locality = :locality order by a.number desc")
                .param("locality", locality)
                .query((row, n) -> allocation(row))
                .list();
    }

    /** False if somebody else decided meanwhile. */
    boolean insert(Actor by, String locality, AllocationTerms terms) {
        return jdbc.sql("""
                insert into adverts.allocation (locality, number, mode, lead, working_hours, direct_reason, starts_on, reason,
                    by_account, by_name, at)
                select :locality, :number, :mode, :lead::uuid, :hours::int, :direct, :starts, :reason, :by, :name, clock_timestamp()
                where :seen = (select coalesce(max(number), 0) from adverts.allocation where locality = :locality)
                on conflict do nothing""")
                        .param("locality", locality)
                        .param("number", terms.seen() + 1)
                        .param("mode", terms.mode().name())
                        .param("lead", terms.lead())
                        .param("hours", terms.workingHours())
                        .param(
                                "direct",
                                terms.directReason() == null
                                        ? null
                                        : terms.directReason().name())
                        .param("starts", terms.startsOn())
                        .param("reason", terms.reason())
                        .param("by", by.userId())
                        .param("name", by.name())
                        .param("seen", terms.seen())
                        .update()
                == 1;
    }

    private static Allocation allocation(ResultSet row) throws SQLException {
        String direct = row.getString("direct_reason");
        return new Allocation(
                row.getString("locality"),
                row.getInt("number"),
                AllocationMode.valueOf(row.getString("mode")),
                row.getObject("lead", UUID.class),
                row.getString("lead_name"),
                row.getObject("working_hours", Integer.class),
                direct == null ? null : DirectReason.valueOf(direct),
                row.getObject("starts_on", LocalDate.class),
                row.getString("reason"),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant());
    }
}
