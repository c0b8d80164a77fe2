package cymru.pontio.providers;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One provider or micro-enterprise as the public finds it: enough to get in touch, and never hours, prices or anybody's
 * home address.
 *
 * @param ref in the address of its contact page; unique among all sources, like {@code PRV-7K3M-Q}
 * @param patches codes of the localities it works in, each with whether there is room
 * @param phone as it wants to be called; none where it gave none
 * @param website with its scheme, {@code https://…}
 */
public record CareOffer(
        String ref,
        String name,
        ProviderKind kind,
        Set<CareService> services,
        Map<String, Room> patches,
        boolean welsh,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website) {
    /** Whether it is worth asking: nobody outside learns how much. */
    public enum Room {
        YES,
        SOME,
        ASK
    }

    public CareOffer {
        services = Collections.unmodifiableSet(new TreeSet<>(services));
        patches = Map.copyOf(patches);
    }
}
