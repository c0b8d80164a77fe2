package cymru.pontio.site;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events of which a room has not heard, because each time it tried something went wrong. */
@Component
public class UnheardEvents {
    private final JdbcClient jdbc;

    UnheardEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What happened stays in the audit. */
    public record GivenUp(UUID id, String listener, int attempts, Instant since) {}

    /**
     * Forgets those that were tried so often, so that what can never work does not stand in the way of what can.
     *
     * @param listeners how their names begin: the package of the room that asks
     */
    @Transactional
    public List<GivenUp> giveUp(String listeners, int attempts) {
        return jdbc.sql("""
                delete from site.event_publication
                where completion_date is null and starts_with(listener_id, ?) and completion_attempts >= ?
                returning id, listener_id, completion_attempts, publication_date""")
                .params(listeners, attempts)
                .query((row, n) -> new GivenUp(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }
}
