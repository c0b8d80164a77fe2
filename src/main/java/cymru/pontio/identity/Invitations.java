package cymru.pontio.identity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New people come in by a link that opens once. The administrator hands it over and never knows a password; the person
 * chooses it, and only then is the account active.
 */
@Service
public class Invitations {
    static final Duration OPEN = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final AccountDirectory directory;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    Invitations(
            JdbcClient jdbc,
            AccountDirectory directory,
            Accounts accounts,
            PasswordEncoder passwords,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
    }

    /** @param username work email address, in small letters */
    public record Newcomer(String username, String name, UUID organisation, Accounts.Terms terms) {}

    /** @param token of the link; it is told once and stored nowhere */
    public record Invited(UUID account, String token) {}

    /** For whom somebody can be invited to work. */
    public record Organisation(UUID id, String name) {}

    record AccountInvited(Actor by, String subject) implements Auditable {}

    record InvitationRenewed(Actor by, String subject) implements Auditable {}

    record InvitationTakenUp(Actor by, String subject) implements Auditable {}

    @Transactional(readOnly = true)
    public List<Organisation> organisations(Actor actor) {
        actor.must(Role.ADMIN);
        return jdbc.sql("select id, name from identity.organisation order by name, id")
                .query(Organisation.class)
                .list();
    }

    /** @return nothing if somebody already has this user name */
    @Transactional
    public Optional<Invited> invite(Actor actor, Newcomer newcomer) {
        directory.newcomer(actor, newcomer.organisation()).refusals(newcomer.terms()).stream()
                .findFirst()
                .ifPresent(refusal -> {
                    throw new RuleBroken(refusal.messageKey());
                });
        Optional<UUID> created = accounts.createInvited(newcomer);
        return created.map(account -> {
            events.publishEvent(new AccountInvited(actor, "ACCOUNT " + account));
            return new Invited(account, newLink(actor, account));
        });
    }

    /** A new link in place of the one before, for somebody who has not come in yet. */
    @Transactional
    public Invited renew(Actor actor, UUID account) {
        directory.view(actor, account);
        int waiting = jdbc.sql("select 1 from identity.account where id = ? and status = 'INVITED' for update")
                .param(account)
                .query(Integer.class)
                .list()
                .size();
        if (waiting == 0) throw new RuleBroken("accounts.error.notInvited");
        jdbc.sql("delete from identity.invitation where account_id = ? and taken_up_at is null")
                .param(account)
                .update();
        events.publishEvent(new InvitationRenewed(actor, "ACCOUNT " + account));
        return new Invited(account, newLink(actor, account));
    }

    /** @return the name of the person the link is for */
    @Transactional(readOnly = true)
    public String nameFor(String token) {
        return jdbc.sql("""
                select a.name from identity.invitation i join identity.account a on a.id = i.account_id
                where i.token_hash = ? and i.taken_up_at is null and i.ends_at > clock_timestamp() and a.status = 'INVITED'""")
                .param(SignIns.hash(token))
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Opens the account, once; the database decides who of two was first. */
    @Transactional
    public void takeUp(String token, String password) {
        UUID account = jdbc.sql("""
                update identity.invitation set taken_up_at = clock_timestamp()
                where token_hash = ? and taken_up_at is null and ends_at > clock_timestamp() returning account_id""")
                .param(SignIns.hash(token))
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        int opened = jdbc.sql("""
                update identity.account set status = 'ACTIVE', password_hash = ?, version = version + 1
                where id = ? and status = 'INVITED'""").params(passwords.encode(password), account).update();
        if (opened == 0) throw new NotFound();
        events.publishEvent(new InvitationTakenUp(directory.actor(account), "ACCOUNT " + account));
    }

    private String newLink(Actor actor, UUID account) {
        String token = SignIns.newToken();
        jdbc.sql("""
                insert into identity.invitation (token_hash, account_id, invited_by, ends_at)
                values (?, ?, ?, clock_timestamp() + make_interval(secs => ?))""")
                .params(SignIns.hash(token), account, actor.userId(), OPEN.toSeconds())
                .update();
        return token;
    }
}
