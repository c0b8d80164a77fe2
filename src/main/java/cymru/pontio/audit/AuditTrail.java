package cymru.pontio.audit;

import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.PersonalDataRead;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the audit in the transaction that made the change: both are there or neither is. Each entry seals the one
 * before it, so the last entry's seal vouches for all; the lock that keeps them in a row is held to the commit. Readings
 * are far more and are written plainly; {@link ReadingSeals} seals them in blocks.
 */
@Component
class AuditTrail {
    private final JdbcClient jdbc;
    private final tools.jackson.databind.json.JsonMapper json;

    AuditTrail(JdbcClient jdbc, tools.jackson.databind.json.JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Auditable event) {
        jdbc.sql(
                        "select audit.append(:account, :roles, :organisation, :action, :subject, :reason, cast(:facts as jsonb))")
                .param("account", event.by().userId())
                .param(
                        "roles",
                        event.by().roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("organisation", event.by().organisation())
                .param("action", event.action())
                .param("subject", event.subject())
                .param("reason", event.reason())
                .param("facts", json.writeValueAsString(event.facts()))
                .query(Long.class)
                .single();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void read(PersonalDataRead event) {
        jdbc.sql("insert into audit.reading (account_id, page, subject) values (?, ?, ?)")
                .params(event.by().userId(), event.page(), event.subject())
                .update();
    }
}
