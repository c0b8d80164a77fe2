package cymru.pontio.providers;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.util.Set;

/**
 * A page about the market, offered to the roles that may open it: a bean for each, listed on {@code /market} for the
 * council and on {@code /standing} for a provider. The words are {@code <key>.market} and {@code <key>.market.what}.
 *
 * @param order pages stand in this order
 * @param path where it is, without language
 */
public record MarketPage(int order, String key, String path, Set<Role> roles) {

    public boolean isFor(Actor actor) {
        return roles.stream().anyMatch(actor::isAny);
    }
}
