package cymru.pontio.identity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Outdated;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in, and what they may do. */
@Service
public class Accounts {
    /** Who acts where no person does: the service by its own clock. */
    public static final UUID SERVICE = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final AccountDirectory directory;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, AccountDirectory directory, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.directory = directory;
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

    /**
     * What an administrator may change of an account.
     *
     * @param approvalLimit pounds a year a team manager may approve; none means nothing at all
     */
    public record Terms(
            Set<Role> roles, @Nullable UUID team, @Nullable Money approvalLimit) {
        public Terms {
            roles = Set.copyOf(roles);
        }
    }

    record AccountSuspended(Actor by, String subject) implements Auditable {}

    record AccountRestored(Actor by, String subject) implements Auditable {}

    record AccountChanged(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** Used where no person is signed in yet: the first administrator, the demonstration county, tests. */
    @Transactional
    public UUID create(NewAccount account) {
        return createIfFree(account)
                .orElseThrow(() -> new DuplicateKeyException("there is an account of this user name already"));
    }

    /** As {@link #create}, unless somebody has this user name; nobody learns that from how long it took. */
    @Transactional
    public Optional<UUID> createIfFree(NewAccount account) {
        Optional<UUID> created = jdbc.sql("""
                insert into identity.account (username, name, password_hash, organisation_id, team_id, status, approval_limit)
                values (:username, :name, :hash, :organisation, :team, 'ACTIVE', :limit)
                on conflict (username) do nothing returning id""")
                .param("username", account.username())
                .param("name", account.name())
                .param("hash", passwords.encode(account.password()))
                .param("organisation", account.organisation())
                .param("team", account.team())
                .param(
                        "limit",
                        account.approvalLimit() == null
                                ? null
                                : account.approvalLimit().pounds())
                .query(UUID.class)
                .optional();
        created.ifPresent(id -> giveRoles(id, account.roles()));
        return created;
    }

    /** Nobody can sign in to it: what stands in place of a password is known to nobody. */
    Optional<UUID> createInvited(Invitations.Newcomer newcomer) {
        Optional<UUID> created = jdbc.sql("""
                insert into identity.account (username, name, password_hash, organisation_id, team_id, status, approval_limit)
                values (:username, :name, :hash, :organisation, :team, 'INVITED', :limit)
                on conflict (username) do nothing returning id""")
                .param("username", newcomer.username())
                .param("name", newcomer.name())
                .param("hash", passwords.encode(SignIns.newToken()))
                .param("organisation", newcomer.organisation())
                .param("team", newcomer.terms().team())
                .param(
                        "limit",
                        newcomer.terms().approvalLimit() == null
                                ? null
                                : newcomer.terms().approvalLimit().pounds())
                .query(UUID.class)
                .optional();
        created.ifPresent(id -> giveRoles(id, newcomer.terms().roles()));
        return created;
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

    /** Ends every session of the person; the next request is refused. */
    @Transactional
    public void suspend(Actor actor, UUID account) {
        changeStatus(actor, account, "ACTIVE", "SUSPENDED");
        jdbc.sql("delete from identity.signed_in where account_id = ?")
                .param(account)
                .update();
        events.publishEvent(new AccountSuspended(actor, "ACCOUNT " + account));
    }

    @Transactional
    public void restore(Actor actor, UUID account) {
        changeStatus(actor, account, "SUSPENDED", "ACTIVE");
        events.publishEvent(new AccountRestored(actor, "ACCOUNT " + account));
    }

    /**
     * Counts from the person's next request.
     *
     * @param seen the version the change was made to
     */
    @Transactional
    public void change(Actor actor, UUID account, Terms terms, long seen) {
        AccountDirectory.View before = mayChange(actor, account);
        before.refusals(terms).stream().findFirst().ifPresent(refusal -> {
            throw new RuleBroken(refusal.messageKey());
        });
        int changed = jdbc.sql("""
                update identity.account set team_id = :team, approval_limit = :limit, version = version + 1
                where id = :id and version = :seen""")
                .param("team", terms.team())
                .param(
                        "limit",
                        terms.approvalLimit() == null
                                ? null
                                : terms.approvalLimit().pounds())
                .param("id", account)
                .param("seen", seen)
                .update();
        if (changed == 0) throw new Outdated(String.valueOf(before.version()));
        jdbc.sql("delete from identity.account_role where account_id = ?")
                .param(account)
                .update();
        giveRoles(account, terms.roles());
        events.publishEvent(new AccountChanged(actor, "ACCOUNT " + account, facts(before.roles(), terms)));
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

    /** Names of many colleagues at once, for lists, and of the service that acts by itself; whoever is unknown is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> namesOf(Collection<UUID> accounts) {
        if (accounts.isEmpty()) return Map.of();
        Map<UUID, String> names = new HashMap<>();
        if (accounts.contains(SERVICE)) names.put(SERVICE, "Pontio");
        jdbc.sql("select id, name from identity.account where id in (:accounts)")
                .param("accounts", accounts)
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    /** Accounts whose name or user name holds these letters, at most a hundred. */
    @Transactional(readOnly = true)
    public List<UUID> matching(String part) {
        return jdbc.sql("""
                select id from identity.account
                where strpos(lower(name), lower(:part)) > 0 or strpos(username, lower(:part)) > 0
                order by username limit 100""").param("part", part).query(UUID.class).list();
    }

    private void changeStatus(Actor actor, UUID account, String from, String to) {
        mayChange(actor, account);
        int changed = jdbc.sql(
                        "update identity.account set status = ?, version = version + 1 where id = ? and status = ?")
                .params(to, account, from)
                .update();
        if (changed == 0) throw new RuleBroken("accounts.error.changedMeanwhile");
    }

    /** Nobody gives or takes anything from themselves, so that each such step has a second person. */
    private AccountDirectory.View mayChange(Actor actor, UUID account) {
        AccountDirectory.View view = directory.view(actor, account);
        if (account.equals(actor.userId())) throw new RuleBroken("accounts.error.own");
        return view;
    }

    private static Map<String, String> facts(Set<Role> before, Terms after) {
        return Map.of(
                "before", new TreeSet<>(before).toString(),
                "roles", new TreeSet<>(after.roles()).toString(),
                "approvalLimit",
                        after.approvalLimit() == null
                                ? "none"
                                : after.approvalLimit().toString());
    }

    private void giveRoles(UUID account, Collection<Role> roles) {
        for (Role role : roles) {
            jdbc.sql("insert into identity.account_role (account_id, role) values (?, ?)")
                    .params(account, role.name())
                    .update();
        }
    }
}
