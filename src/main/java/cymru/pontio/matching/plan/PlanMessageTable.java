package cymru.pontio.matching.plan;

import cymru.pontio.kernel.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which messages were sent; what they say stands in the plan. */
@Component
class PlanMessageTable {
    private final JdbcClient jdbc;

    PlanMessageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(String plan, UUID provider, String providerRef) {}

    boolean taken(MessageRef ref) {
        return find(ref).isPresent();
    }

    /** @return false if another has sent it */
    boolean insert(MessageRef ref, PlanRef plan, UUID provider, String providerRef, Actor by, Instant at) {
        return jdbc.sql("""
                insert into matching.plan_message (ref, plan_id, provider_id, provider_ref, sent_by, sent_by_name, sent_at)
                select :ref, p.id, :provider, :providerRef, :by, :name, :at from matching.plan p where p.ref = :plan
                on conflict (plan_id, provider_id) do nothing""")
                        .param("ref", ref.value())
                        .param("plan", plan.value())
                        .param("provider", provider)
                        .param("providerRef", providerRef)
                        .param("by", by.userId())
                        .param("name", by.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Key> find(MessageRef ref) {
        return jdbc.sql("""
                select p.ref as plan, m.provider_id as provider, m.provider_ref
                from matching.plan_message m join matching.plan p on p.id = m.plan_id where m.ref = ?""").param(ref.value()).query(Key.class).optional();
    }

    /** By provider. */
    Map<String, PlanMessage.Sent> sent(String plan) {
        Map<String, PlanMessage.Sent> sent = new HashMap<>();
        jdbc.sql("""
                select m.provider_ref, m.ref, m.sent_by_name, m.sent_at
                from matching.plan_message m join matching.plan p on p.id = m.plan_id where p.ref = ?""").param(plan).query(row -> {
            sent.put(
                    row.getString("provider_ref"),
                    new PlanMessage.Sent(
                            row.getString("ref"),
                            row.getString("sent_by_name"),
                            row.getTimestamp("sent_at").toInstant()));
        });
        return sent;
    }
}
