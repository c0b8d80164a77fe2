package cymru.pontio.providers.standing;

import cymru.pontio.providers.ProviderKind;
import cymru.pontio.site.OneOf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which providers the council looks at.
 *
 * @param accreditation CURRENT, ENDING, LAPSED or NEVER
 * @param embargo STOPPED or FREE
 * @param after the reference of the last provider of the page before
 */
record ProviderFilter(String kind, String patch, String accreditation, String embargo, String after) {
    ProviderFilter(
            @Nullable String kind,
            @Nullable String patch,
            @Nullable String accreditation,
            @Nullable String embargo,
            @Nullable String after) {
        this.kind = OneOf.of(kind, ProviderKind.values());
        this.patch = Objects.requireNonNullElse(patch, "");
        this.accreditation = OneOf.of(accreditation, Accreditation.values());
        this.embargo = OneOf.of(embargo, Stop.values());
        this.after = after == null ? "" : after;
    }

    /** How an accreditation stands today; one that ends within sixty days still counts. */
    enum Accreditation {
        CURRENT,
        ENDING,
        LAPSED,
        NEVER
    }

    /** Whether work is stopped. */
    enum Stop {
        STOPPED,
        FREE
    }
}
