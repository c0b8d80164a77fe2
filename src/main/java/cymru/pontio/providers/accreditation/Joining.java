package cymru.pontio.providers.accreditation;

import cymru.pontio.identity.Accounts;
import cymru.pontio.identity.Accounts.NewAccount;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.site.Language;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Anybody may register an organisation; it can then do nothing but apply. Whoever uses the address of an account that
 * exists gets the same answer after the same work, and nothing is made.
 */
@Service
class Joining {
    private static final int A_SOURCE_AN_HOUR = 5;
    private static final int ALL_AN_HOUR = 100;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Providers providers;
    private final History history;
    private final AddressChecks addresses;
    private final TransactionTemplate transaction;

    Joining(
            JdbcClient jdbc,
            Accounts accounts,
            Providers providers,
            History history,
            AddressChecks addresses,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.providers = providers;
        this.history = history;
        this.addresses = addresses;
        this.transaction = transaction;
    }

    /** @param email becomes the user name */
    record Newcomer(String organisation, String name, String email, String password, Language language) {}

    /** @return whether it was counted as one of the few that may come from one source in an hour */
    boolean join(Newcomer newcomer, String source) {
        if (!counted(source)) return false;
        transaction.executeWithoutResult(status -> {
            if (!create(newcomer)) status.setRollbackOnly();
        });
        return true;
    }

    private boolean create(Newcomer newcomer) {
        UUID organisation = accounts.createOrganisation("PROVIDER", newcomer.organisation());
        providers.add(new ProviderView(
                organisation,
                providers.freeRef(),
                newcomer.organisation(),
                ProviderKind.AGENCY,
                null,
                Embargo.NONE,
                null,
                null,
                null,
                false,
                false,
                Set.of(),
                Set.of()));
        NewAccount account = new NewAccount(
                newcomer.email().toLowerCase(Locale.ROOT),
                newcomer.name(),
                newcomer.password(),
                organisation,
                null,
                Set.of(Role.PROVIDER_MANAGER),
                null);
        return accounts.createIfFree(account)
                .map(id -> {
                    history.add(actor(id, newcomer, organisation), organisation, Step.JOINED);
                    addresses.ask(id, organisation, account.username(), newcomer.language());
                    return true;
                })
                .orElse(false);
    }

    /** One after the other, so that many at once are not all the first. */
    private boolean counted(String source) {
        Boolean few = transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('providers.joining'))")
                    .query((row, n) -> 0)
                    .list();
            jdbc.sql("delete from providers.joining where at < clock_timestamp() - interval '1 day'")
                    .update();
            boolean free = jdbc.sql("""
                    select count(*) < :all and count(*) filter (where source = :source) < :one
                    from providers.joining where at > clock_timestamp() - interval '1 hour'""")
                    .param("all", ALL_AN_HOUR)
                    .param("source", source)
                    .param("one", A_SOURCE_AN_HOUR)
                    .query(Boolean.class)
                    .single();
            if (free)
                jdbc.sql("insert into providers.joining (source) values (?)")
                        .param(source)
                        .update();
            return free;
        });
        return Boolean.TRUE.equals(few);
    }

    private static Actor actor(UUID id, Newcomer newcomer, UUID organisation) {
        return new Actor(
                id, newcomer.name(), organisation, newcomer.organisation(), null, Set.of(Role.PROVIDER_MANAGER), null);
    }
}
