package cymru.pontio.matching;

import java.util.List;

/**
 * A change and whom it would bring.
 *
 * @param gained providers that may have the changed package and may not have it as it is
 */
public record NearMiss(Change change, List<Supplier> gained) {
    public int count() {
        return gained.size();
    }

    /** Its sentence; the first argument is how many it would bring. */
    public String key() {
        return "matching.change." + change.getClass().getSimpleName();
    }
}
