package cymru.pontio.placements;

import cymru.pontio.bidding.BidRef;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chosen bids of a bundle, and why, where one of them is not the best. */
record BundleAwardForm(
        List<String> bid,

        @Size(max = 2000, message = "{placements.form.reason.long}")
        String reason) {
    BundleAwardForm(@Nullable List<String> bid, @Nullable String reason) {
        this.bid = bid == null
                ? List.of()
                : bid.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        this.reason = reason == null ? "" : reason.strip();
    }

    List<BidRef> chosen() {
        return bid.stream().map(BidRef::valueOf).toList();
    }
}
