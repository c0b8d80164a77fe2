package cymru.pontio.audit;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.LastChange;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The council’s staff learn who it was; a provider’s people only of each other. */
@Component
class LastChanges implements LastChange {
    private final JdbcClient jdbc;
    private final Accounts accounts;

    LastChanges(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Change> of(Actor actor, String subject) {
        return jdbc.sql("""
                select at, action, account_id from audit.entry
                where subject = :subject and (:all or organisation = :organisation)
                order by at desc, id desc limit 1""")
                .param("subject", subject)
                .param("all", !actor.ofProvider())
                .param("organisation", actor.organisation())
                .query((row, n) -> new Entry(
                        row.getObject("account_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("action")))
                .optional()
                .flatMap(this::named);
    }

    private record Entry(UUID account, Instant at, String action) {}

    /** What a clock did has nobody's name, and the page about it does without. */
    private Optional<Change> named(Entry entry) {
        return Optional.ofNullable(accounts.namesOf(Set.of(entry.account())).get(entry.account()))
                .map(name -> new Change(name, entry.at(), "audit.action." + entry.action()));
    }
}
