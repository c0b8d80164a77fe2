package cymru.pontio.placements.variations;

import cymru.pontio.providers.capacity.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * A provider's yes to a change.
 *
 * @param confirmed that it is more than was declared
 * @param seen the question the page put
 */
record AcceptanceForm(Boolean confirmed, String seen) {
    AcceptanceForm(@Nullable Boolean confirmed, @Nullable String seen) {
        this.confirmed = Boolean.TRUE.equals(confirmed);
        this.seen = seen == null ? "" : seen;
    }

    static AcceptanceForm blank() {
        return new AcceptanceForm(false, "");
    }

    Confirmation confirmation() {
        return new Confirmation(confirmed, seen);
    }

    String problem() {
        return confirmed ? "placements.offer.spare.moved" : "placements.offer.spare.missing";
    }
}
