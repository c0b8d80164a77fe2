package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the council asked and what it was told. Nothing is ever changed afterwards. */
@Component
class Queries {
    private final JdbcClient jdbc;

    Queries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Query(
            UUID id,
            String question,
            String askedByName,
            Instant askedAt,
            @Nullable String answer,
            @Nullable String answeredByName,
            @Nullable Instant answeredAt) {
        public boolean open() {
            return answer == null;
        }
    }

    List<Query> of(UUID provider) {
        return jdbc.sql("""
                select id, question, asked_by_name, asked_at, answer, answered_by_name, answered_at
                from providers.accreditation_query where provider_id = ? order by asked_at, id""")
                .param(provider)
                .query((row, n) -> {
                    Timestamp answered = row.getTimestamp("answered_at");
                    return new Query(
                            row.getObject("id", UUID.class),
                            row.getString("question"),
                            row.getString("asked_by_name"),
                            row.getTimestamp("asked_at").toInstant(),
                            row.getString("answer"),
                            row.getString("answered_by_name"),
                            answered == null ? null : answered.toInstant());
                })
                .list();
    }

    Query open(UUID provider, UUID id) {
        Query found = of(provider).stream()
                .filter(query -> query.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!found.open()) throw new RuleBroken("accreditation.error.answered");
        return found;
    }

    void ask(UUID provider, Actor by, String question) {
        jdbc.sql("""
                insert into providers.accreditation_query (id, provider_id, question, asked_by, asked_by_name)
                values (?, ?, ?, ?, ?)""")
                .params(Ids.next(), provider, question, by.userId(), by.name())
                .update();
    }

    void answer(UUID id, Actor by, String answer) {
        jdbc.sql("""
                update providers.accreditation_query set answer = ?, answered_by = ?, answered_by_name = ?,
                    answered_at = clock_timestamp()
                where id = ? and answer is null""").params(answer, by.userId(), by.name(), id).update();
    }
}
