package cymru.pontio.kernel;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person asking. Every door takes one: look-ups go through it, and what it may not see does not exist.
 *
 * @param userId who
 * @param name as shown to colleagues in the same council or agency
 * @param organisation the organisation the person acts for; for a provider's people it is also the provider's id
 * @param team the social work team, if any
 * @param approvalLimit the most a year this person may approve; absent means nothing, never everything
 */
public record Actor(
        UUID userId,
        String name,
        UUID organisation,
        String organisationName,
        @Nullable UUID team,
        Set<Role> roles,
        @Nullable Money approvalLimit) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    public boolean ofProvider() {
        return roles.stream().anyMatch(Role::ofProvider);
    }

    /** Refuses with the same answer as a wrong reference, so that a refusal tells nothing. */
    public void must(Role... any) {
        if (!isAny(any)) throw new NotFound();
    }
}
