package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.util.Optional;

/** A room's page about one package; the tab bar shows those the person asking may open. */
public interface PackageTab {
    /** Nothing where the page is not for people of these roles. */
    Optional<Tab> of(Actor actor);

    /**
     * @param order from left to right
     * @param key message key of the tab, and its name when it is the current one
     * @param page behind the package's address, like {@code /bids}; blank for the package itself
     * @param there on which packages: a condition in SQL over the reference {@code :ref}, of the room's own tables and the views
     *     it may read. All tabs are asked for in one statement. Written in the code, never made of what somebody sent.
     */
    record Tab(int order, String key, String page, String there) {
        /** On every package that the person asking can see. */
        public Tab(int order, String key, String page) {
            this(order, key, page, "true");
        }
    }
}
