package cymru.pontio.identity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All accounts as their administrator sees them. */
@Service
public class AccountDirectory {
    public static final int PAGE = 50;

    private static final String SELECT = """
            select a.id, a.username, a.name, o.name as organisation, o.kind, a.organisation_id, a.team_id, a.status,
                   a.approval_limit, a.version,
                   (select t.name from identity.team t where t.id = a.team_id) as team,
                   array(select r.role from identity.account_role r where r.account_id = a.id) as roles
            from identity.account a join identity.organisation o on o.id = a.organisation_id\s""";

    private final JdbcClient jdbc;

    AccountDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A social work team. */
    public record Team(UUID id, String name) {}

    /** Why an account may not have these terms. */
    public enum Refusal {
        NO_ROLE,
        PROVIDER_ROLE_OUTSIDE_PROVIDER,
        COUNCIL_ROLE_IN_PROVIDER,
        ADMIN_STANDS_ALONE,
        TEAM_MISSING,
        TEAM_OF_ANOTHER_ORGANISATION,
        LIMIT_WITHOUT_MANAGER;

        /** The sentence that says it. */
        public String messageKey() {
            return "identity.Refusal." + name();
        }
    }

    /**
     * An account.
     *
     * @param kind of the organisation: COUNCIL, INHOUSE or PROVIDER
     * @param teams those of the organisation
     * @param active whether the person gets in; if not, the account is suspended or not yet taken up
     * @param invited not yet taken up
     */
    public record View(
            UUID id,
            String username,
            String name,
            String organisation,
            String kind,
            @Nullable UUID team,
            @Nullable String teamName,
            List<Team> teams,
            Set<Role> roles,
            boolean active,
            boolean invited,
            @Nullable Money approvalLimit,
            long version) {

        /** All reasons against these terms; none if they may be given. */
        public List<Refusal> refusals(Accounts.Terms terms) {
            Set<Role> roles = terms.roles();
            boolean provider = kind.equals("PROVIDER");
            boolean ofTeam = roles.contains(Role.SOCIAL_WORKER) || roles.contains(Role.TEAM_MANAGER);
            List<Refusal> refusals = new ArrayList<>();
            if (roles.isEmpty()) refusals.add(Refusal.NO_ROLE);
            if (!provider && roles.stream().anyMatch(Role::ofProvider))
                refusals.add(Refusal.PROVIDER_ROLE_OUTSIDE_PROVIDER);
            if (provider && !roles.stream().allMatch(Role::ofProvider)) refusals.add(Refusal.COUNCIL_ROLE_IN_PROVIDER);
            if (roles.contains(Role.ADMIN) && roles.size() > 1) refusals.add(Refusal.ADMIN_STANDS_ALONE);
            if (ofTeam && terms.team() == null) refusals.add(Refusal.TEAM_MISSING);
            if (terms.team() != null && teams.stream().noneMatch(one -> one.id().equals(terms.team())))
                refusals.add(Refusal.TEAM_OF_ANOTHER_ORGANISATION);
            if (terms.approvalLimit() != null && !roles.contains(Role.TEAM_MANAGER))
                refusals.add(Refusal.LIMIT_WITHOUT_MANAGER);
            return refusals;
        }
    }

    /** @param next the last account of this page, if there are more */
    public record Page(List<View> accounts, @Nullable UUID next) {}

    /**
     * By organisation and name.
     *
     * @param after the last account of the page before
     */
    @Transactional(readOnly = true)
    public Page page(Actor actor, @Nullable UUID after) {
        actor.must(Role.ADMIN);
        List<View> found = jdbc.sql(SELECT + """
                where cast(:after as uuid) is null or (o.name, a.name, a.id) >
                      (select p.name, b.name, b.id from identity.account b
                       join identity.organisation p on p.id = b.organisation_id where b.id = :after)
                order by o.name, a.name, a.id limit :limit""")
                .param("after", after)
                .param("limit", PAGE + 1)
                .query((row, n) -> view(row, List.of()))
                .list();
        List<View> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page(shown, found.size() > PAGE ? shown.getLast().id() : null);
    }

    @Transactional(readOnly = true)
    public View view(Actor actor, UUID account) {
        actor.must(Role.ADMIN);
        return jdbc.sql(SELECT + "where a.id = ?")
                .param(account)
                .query((row, n) -> view(row, teams(row.getObject("organisation_id", UUID.class))))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** An account that is still to be: what the organisation allows. */
    @Transactional(readOnly = true)
    public View newcomer(Actor actor, UUID organisation) {
        actor.must(Role.ADMIN);
        return jdbc.sql("select id, name, kind from identity.organisation where id = ?")
                .param(organisation)
                .query((row, n) -> new View(
                        organisation,
                        "",
                        "",
                        row.getString("name"),
                        row.getString("kind"),
                        null,
                        null,
                        teams(organisation),
                        Set.of(),
                        false,
                        true,
                        null,
                        0))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** All teams, for a page on which the organisation is still to be chosen. */
    @Transactional(readOnly = true)
    public List<Team> teams(Actor actor) {
        actor.must(Role.ADMIN);
        return jdbc.sql("select id, name from identity.team order by name, id")
                .query(Team.class)
                .list();
    }

    /** The person as they act for themselves. */
    Actor actor(UUID account) {
        View view = jdbc.sql(SELECT + "where a.id = ?")
                .param(account)
                .query((row, n) -> view(row, List.of()))
                .single();
        UUID organisation = jdbc.sql("select organisation_id from identity.account where id = ?")
                .param(account)
                .query(UUID.class)
                .single();
        return new Actor(
                view.id(),
                view.name(),
                organisation,
                view.organisation(),
                view.team(),
                view.roles(),
                view.approvalLimit());
    }

    private List<Team> teams(UUID organisation) {
        return jdbc.sql("select id, name from identity.team where organisation_id = ? order by name, id")
                .param(organisation)
                .query((row, n) -> new Team(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static View view(ResultSet row, List<Team> teams) throws SQLException {
        var limit = row.getBigDecimal("approval_limit");
        return new View(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("kind"),
                row.getObject("team_id", UUID.class),
                row.getString("team"),
                teams,
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)),
                row.getString("status").equals("ACTIVE"),
                row.getString("status").equals("INVITED"),
                limit == null ? null : new Money(limit),
                row.getLong("version"));
    }
}
