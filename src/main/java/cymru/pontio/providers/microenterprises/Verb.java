package cymru.pontio.providers.microenterprises;

import static cymru.pontio.providers.microenterprises.MicroState.*;

import cymru.pontio.kernel.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The steps through the register, and from where each may be taken. */
enum Verb {
    CHECK("due-diligence", DUE_DILIGENCE, ENQUIRY, ENDED),
    LIST("listing", LISTED, DUE_DILIGENCE, PAUSED),
    PAUSE("pause", PAUSED, LISTED),
    END("ending", ENDED, ENQUIRY, DUE_DILIGENCE, LISTED, PAUSED);

    private final String path;
    private final MicroState to;
    private final Set<MicroState> from;

    Verb(String path, MicroState to, MicroState... from) {
        this.path = path;
        this.to = to;
        this.from = Set.of(from);
    }

    static Verb at(String path) {
        return Arrays.stream(values())
                .filter(verb -> verb.path.equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static List<Verb> in(MicroState state) {
        return Arrays.stream(values()).filter(verb -> verb.from.contains(state)).toList();
    }

    boolean allowedIn(MicroState state) {
        return from.contains(state);
    }

    public String path() {
        return path;
    }

    MicroState to() {
        return to;
    }
}
