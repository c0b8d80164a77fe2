package cymru.pontio.identity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in, and what they may do. */
@Service
public class Accounts {
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.events = events;
    }

    /** A new account as somebody sets it up. */
    public record NewAccount(
            String username,
            String name,
            String password,
            UUID organisation,
            @Nullable UUID team,
            Set<Role> roles,
            @Nullable Money approvalLimit) {}

    public record AccountRow(UUID id, String username, String name, String organisation, String roles, boolean active) {}

    record AccountSuspended(Actor by, String subject) implements Auditable {}

    record AccountRestored(Actor by, String subject) implements Auditable {}

    record RolesChanged(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** Used where no person is signed in yet: the first administrator, the demonstration county, tests. */
    @Transactional
    public UUID create(NewAccount account) {
        UUID id = jdbc.sql("""
                insert into identity.account (username, name, password_hash, organisation_id, team_id, status, approval_limit)
                values (:username, :name, :hash, :organisation, :team, 'ACTIVE', :limit) returning id""")
                .param("username", account.username())
                .param("name", account.name())
                .param("hash", passwords.encode(account.password()))
                .param("organisation", account.organisation())
                .param("team", account.team())
                .param("limit", account.approvalLimit() == null ? null : account.approvalLimit().pounds())
                .query(UUID.class)
                .single();
        giveRoles(id, account.roles());
        return id;
    }

    @Transactional
    public UUID createOrganisation(String kind, String name) {
        return jdbc.sql("insert into identity.organisation (kind, name) values (?, ?) returning id")
                .params(kind, name)
                .query(UUID.class)
                .single();
    }

    @Transactional
    public UUID createTeam(UUID organisation, String name) {
        return jdbc.sql("insert into identity.team (organisation_id, name) values (?, ?) returning id")
                .params(organisation, name)
                .query(UUID.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<AccountRow> list(Actor actor) {
        actor.must(Role.ADMIN);
        return jdbc.sql("""
                select a.id, a.username, a.name, o.name as organisation, a.status = 'ACTIVE' as active,
                       (select string_agg(r.role, ',' order by r.role) from identity.account_role r where r.account_id = a.id) as roles
                from identity.account a join identity.organisation o on o.id = a.organisation_id
                order by o.name, a.name, a.id limit 500""")
                .query(AccountRow.class)
                .list();
    }

    /** Ends every session of the person; the next request is refused. */
    @Transactional
    public void suspend(Actor actor, UUID account) {
        actor.must(Role.ADMIN);
        changeStatus(account, "SUSPENDED");
        jdbc.sql("delete from identity.signed_in where account_id = ?").param(account).update();
        events.publishEvent(new AccountSuspended(actor, "ACCOUNT " + account));
    }

    @Transactional
    public void restore(Actor actor, UUID account) {
        actor.must(Role.ADMIN);
        changeStatus(account, "ACTIVE");
        events.publishEvent(new AccountRestored(actor, "ACCOUNT " + account));
    }

    /** Counts from the person's next request. */
    @Transactional
    public void changeRoles(Actor actor, UUID account, Set<Role> roles) {
        actor.must(Role.ADMIN);
        if (account.equals(actor.userId())) throw new NotFound();
        jdbc.sql("delete from identity.account_role where account_id = ?").param(account).update();
        giveRoles(account, roles);
        events.publishEvent(new RolesChanged(actor, "ACCOUNT " + account, Map.of("roles", roles.toString())));
    }

    /** Names of colleagues, for histories that show who did something. */
    @Transactional(readOnly = true)
    public String nameOf(UUID account) {
        return jdbc.sql("select name from identity.account where id = ?")
                .param(account)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void changeStatus(UUID account, String status) {
        int changed = jdbc.sql("update identity.account set status = ?, version = version + 1 where id = ?")
                .params(status, account)
                .update();
        if (changed == 0) throw new NotFound();
    }

    private void giveRoles(UUID account, Collection<Role> roles) {
        for (Role role : roles) {
            jdbc.sql("insert into identity.account_role (account_id, role) values (?, ?)")
                    .params(account, role.name())
                    .update();
        }
    }
}
