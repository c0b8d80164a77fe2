package cymru.pontio.identity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a message reaches, where, and in which language. Whoever is suspended is reached by nothing. */
@Service
public class Recipients {
    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param language {@code en} or {@code cy}, as the person wishes to be written to */
    public record Mailbox(String address, String language) {}

    /** In the order of their keys. */
    @Transactional(readOnly = true)
    public List<UUID> of(Readers readers) {
        Set<UUID> organisations = readers.organisations();
        return jdbc.sql("""
                select a.id from identity.account a
                where a.status = 'ACTIVE'
                  and exists (select from identity.account_role r where r.account_id = a.id and r.role = any (:roles))
                  and (:any or a.organisation_id = any (:organisations))
                  and (cast(:team as uuid) is null or a.team_id = cast(:team as uuid))
                  and a.id <> all (:without)
                order by a.id""")
                .param(
                        "roles",
                        readers.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("any", organisations == null)
                .param("organisations", organisations == null ? new UUID[0] : organisations.toArray(UUID[]::new))
                .param("team", readers.team())
                .param("without", readers.without().toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Where an active person is written to. */
    @Transactional(readOnly = true)
    public Optional<Mailbox> mailbox(UUID account) {
        return jdbc.sql("select username as address, language from identity.account where id = ? and status = 'ACTIVE'")
                .param(account)
                .query(Mailbox.class)
                .optional();
    }

    /** The person as they would act now, if they may sign in: for what is fetched without a session. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(UUID account) {
        return jdbc.sql(SignIns.ACTOR + " where a.id = ? and a.status = 'ACTIVE'")
                .param(account)
                .query((row, n) -> SignIns.actor(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public String language(Actor actor) {
        return mailbox(actor.userId()).orElseThrow(NotFound::new).language();
    }

    /** The language in which the person wishes to be written to. */
    @Transactional
    public void write(Actor actor, String language) {
        jdbc.sql("update identity.account set language = ? where id = ?")
                .params(language, actor.userId())
                .update();
    }
}
