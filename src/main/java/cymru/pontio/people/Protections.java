package cymru.pontio.people;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When addresses became confidential and when that ended. Rows are only ever added. */
@Component
class Protections {
    private final JdbcClient jdbc;
    private final Accounts accounts;

    Protections(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** One change as the team sees it. */
    record Change(boolean confidential, String reason, String by, Instant at) {}

    void add(Protection change) {
        jdbc.sql("""
                insert into people.address_protection (id, person_id, confidential, reason, changed_by, changed_at)
                values (:id, :person, :confidential, :reason, :by, :at)""")
                .param("id", Ids.next())
                .param("person", change.person())
                .param("confidential", change.confidential())
                .param("reason", change.reason())
                .param("by", change.changedBy())
                .param("at", Timestamp.from(change.changedAt()))
                .update();
    }

    /** Latest first. */
    List<Change> of(PersonId person) {
        return jdbc.sql("""
                select confidential, reason, changed_by, changed_at from people.address_protection
                where person_id = ? order by changed_at desc, id desc""")
                .param(person.value())
                .query((row, n) -> new Change(
                        row.getBoolean("confidential"),
                        row.getString("reason"),
                        accounts.nameOf(row.getObject("changed_by", UUID.class)),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }
}
