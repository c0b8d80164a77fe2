package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.util.Optional;

/** A room's page about one package; the tab bar shows those the person asking may open. */
public interface PackageTab {
    Optional<Tab> of(Actor actor, String packageRef);

    /**
     * @param order from left to right
     * @param key message key of the tab, and its name when it is the current one
     * @param path without language, like {@code /packages/PKG-7K3M-Q/bids}
     */
    record Tab(int order, String key, String path) {}
}
