package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file a provider shows for itself, without its content.
 *
 * @param cover pounds an insurance pays for one claim
 */
record Evidence(
        UUID id,
        UUID provider,
        EvidenceKind kind,
        FileType type,
        int bytes,
        @Nullable LocalDate expiresOn,
        @Nullable Money cover,
        String uploadedByName,
        Instant uploadedAt,
        Scan scan,
        Review review,
        @Nullable String reviewReason) {

    /** What the virus scanner said. */
    enum Scan {
        QUARANTINED,
        CLEAN,
        INFECTED
    }

    /** What a commissioner said. */
    enum Review {
        WAITING,
        ACCEPTED,
        REJECTED
    }

    /** Nobody opens what no scanner has seen. */
    public boolean readable() {
        return scan == Scan.CLEAN;
    }

    public boolean reviewable() {
        return readable() && review == Review.WAITING;
    }

    void mustBeReviewable() {
        if (!readable()) throw new RuleBroken("accreditation.error.quarantined");
        if (review != Review.WAITING) throw new RuleBroken("accreditation.error.reviewed");
    }

    /** Nobody has found a fault with it, and it counts on this day. */
    boolean offered(LocalDate on) {
        return scan != Scan.INFECTED && review != Review.REJECTED && lasts(on) && enough();
    }

    boolean proves(LocalDate on) {
        return review == Review.ACCEPTED && lasts(on) && enough();
    }

    private boolean lasts(LocalDate on) {
        return expiresOn == null || !on.isAfter(expiresOn);
    }

    private boolean enough() {
        return !kind.insurance() || cover != null && !EvidenceKind.LEAST_COVER.isMoreThan(cover);
    }

    /** Tells neither who nor what it was called on the person’s own computer. */
    String fileName(String ref) {
        return ref + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                + Zone.dayOf(uploadedAt) + "."
                + type.name().toLowerCase(Locale.ROOT);
    }
}
