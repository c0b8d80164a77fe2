package cymru.pontio.providers.capacity;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Spare hours for the tests of all rooms. A bean of every test's context. */
@Component
public class CapacityExamples {
    private static final int MORE_THAN_ALL_TESTS_TAKE = 6_000_000;

    private final Capacities capacities;
    private final Accounts accounts;
    private final Providers providers;
    private final JdbcClient jdbc;

    CapacityExamples(Capacities capacities, Accounts accounts, Providers providers, JdbcClient jdbc) {
        this.capacities = capacities;
        this.accounts = accounts;
        this.providers = providers;
        this.jdbc = jdbc;
    }

    /** So much that no acceptance is ever a question. */
    public void plenty(Actor provider) {
        declareAll(provider, MORE_THAN_ALL_TESTS_TAKE);
    }

    /** The same figure everywhere. */
    public void declareAll(Actor provider, int minutes) {
        Map<Slot, Integer> hours = new HashMap<>();
        ProviderView view = providers.view(provider.organisation());
        for (String patch : view.patches())
            for (PartOfDay part : PartOfDay.values()) {
                hours.put(new Slot(patch, part, 1), minutes);
                if (view.doubleHanded()) hours.put(new Slot(patch, part, 2), minutes);
            }
        declare(provider, hours);
    }

    public void declare(Actor provider, Map<Slot, Integer> hours) {
        Capacities.View view = capacities.view(provider);
        if (!capacities.declare(
                provider, new Declaration(hours, view.usualEnd()), view.spare().changes()))
            throw new IllegalStateException("somebody else declared");
    }

    /** As if the last declaration had been made so many days ago. */
    public void age(Actor provider, int days) {
        jdbc.sql("""
                update providers.capacity_declaration set declared_at = declared_at - make_interval(days => :days)
                where provider_id = :provider""")
                .param("days", days)
                .param("provider", provider.organisation())
                .update();
    }

    /** Meant until yesterday. */
    public void expire(Actor provider) {
        age(provider, 2);
        jdbc.sql(
                        "update providers.capacity_declaration set valid_until = (now() at time zone 'Europe/London')::date - 1 where provider_id = ?")
                .param(provider.organisation())
                .update();
    }

    public int left(Actor provider, Slot slot) {
        return capacities.view(provider).spare().left(slot);
    }

    /** A new agency in Newtown that sends two workers if need be, with nothing declared. */
    public Actor agency(String name) {
        return agency(name, Set.of("newtown", "welshpool"), Embargo.NONE, LocalDate.of(2099, 12, 31));
    }

    public Actor agency(String name, Set<String> patches, Embargo embargo, LocalDate accreditedUntil) {
        UUID organisation = accounts.createOrganisation("PROVIDER", name);
        Set<Role> roles = Set.of(Role.PROVIDER_MANAGER);
        UUID account = accounts.create(new Accounts.NewAccount(
                "manager-" + UUID.randomUUID() + "@pontio.test",
                "Manager of " + name,
                "a long enough password",
                organisation,
                null,
                roles,
                null));
        providers.add(new ProviderView(
                organisation,
                Reference.random("PRV", RandomGenerator.getDefault()),
                name,
                ProviderKind.AGENCY,
                accreditedUntil,
                embargo,
                null,
                null,
                null,
                true,
                true,
                Set.of("HOIST", "CATHETER", "DEMENTIA"),
                patches));
        return new Actor(account, "Manager of " + name, organisation, name, null, roles, null);
    }
}
