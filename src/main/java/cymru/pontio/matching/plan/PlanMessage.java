package cymru.pontio.matching.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would have a provider told: with which hours more it could take packages that are left out. No package is
 * named, and nothing that is said of other providers.
 *
 * @param inputsAt of what moment the waiting list and the hours are
 * @param sent none while nobody has approved it
 */
record PlanMessage(
        String providerRef,
        String provider,
        Instant inputsAt,
        List<Wish> wishes,
        @Nullable Sent sent) {
    /** @param userMinutes of the package, a week */
    record Wish(String areaEn, String areaCy, int userMinutes, List<Way.Hours> more) {}

    record Sent(String ref, String by, Instant at) {}
}
