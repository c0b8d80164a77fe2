package cymru.pontio.placements;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The chosen bid, and why, where it is not the best. */
record ProposalForm(
        String bid,

        @Size(max = 2000, message = "{placements.form.reason.long}")
        String reason) {
    ProposalForm(@Nullable String bid, @Nullable String reason) {
        this.bid = bid == null ? "" : bid.strip();
        this.reason = reason == null ? "" : reason.strip();
    }

    static ProposalForm of(BidReview review) {
        return new ProposalForm(review.bid().ref().value(), "");
    }
}
