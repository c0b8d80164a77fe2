package cymru.pontio.identity;

import cymru.pontio.kernel.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of something: everybody active with one of the roles, within the organisations and the team if they are
 * named.
 *
 * @param organisations none named means any; an empty set means nobody
 * @param without accounts left out
 */
public record Readers(
        @Nullable Set<UUID> organisations,
        Set<Role> roles,
        @Nullable UUID team,
        Set<UUID> without) {
    private static final Set<Role> WORKING =
            Set.of(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
    private static final Set<Role> OF_TEAM = Set.of(Role.SOCIAL_WORKER, Role.TEAM_MANAGER);

    public Readers {
        roles = Set.copyOf(roles);
        without = Set.copyOf(without);
    }

    /** The people of these providers, the council's own team among them. */
    public static Readers providers(Set<UUID> providers) {
        return new Readers(Set.copyOf(providers), WORKING, null, Set.of());
    }

    public static Readers provider(UUID provider) {
        return providers(Set.of(provider));
    }

    public static Readers council(Role... roles) {
        return new Readers(null, Set.of(roles), null, Set.of());
    }

    /** The social work team that answers for a person. */
    public static Readers team(UUID team) {
        return new Readers(null, OF_TEAM, team, Set.of());
    }

    public Readers without(Set<UUID> accounts) {
        return new Readers(organisations, roles, team, accounts);
    }
}
