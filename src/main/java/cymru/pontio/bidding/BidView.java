package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.matching.Eligibility.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A provider’s own bid.
 *
 * @param changeable it stands and the deadline has not passed
 * @param refusals why the provider could not be offered the work as things are now; none for most
 * @param together the bids it was made with; none for a bid by itself
 * @param feedback its points beside the winner’s, once the work went to another; empty before
 * @param fallen why it has not the work although it was offered; none for most
 */
public record BidView(
        BidRef ref,
        AdvertFacts advert,
        BidStatus status,
        Coverage coverage,
        BidTerms terms,
        Instant submittedAt,
        @Nullable Instant amendedAt,
        @Nullable Instant withdrawnAt,
        boolean changeable,
        long version,
        List<Reason> refusals,
        List<Feedback> feedback,
        @Nullable Together together,
        @Nullable Fallen fallen) {

    /** By what it would have had more points than the bid that was chosen, as the feedback alone tells. */
    public List<Comparison.Flipped> flips() {
        return feedback.isEmpty() ? List.of() : FeedbackFlips.of(feedback, terms, advert);
    }

    /** Its points in all, of those that are shown. */
    public BigDecimal total() {
        return sum(Feedback::own);
    }

    /** The points in all of the bid that was chosen. */
    public BigDecimal chosenTotal() {
        return sum(Feedback::winning);
    }

    private BigDecimal sum(Function<Feedback, BigDecimal> points) {
        return feedback.stream().map(points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whose points were more in all: BEHIND, EQUAL or AHEAD, as seen by this bid. */
    public String compared() {
        return switch (total().compareTo(chosenTotal())) {
            case 0 -> "EQUAL";
            case 1 -> "AHEAD";
            default -> "BEHIND";
        };
    }

    /** What to tell the provider: where the bid stands, and while it stands, where the round does. */
    public String standing() {
        if (fallen != null) return "OFFER_" + fallen;
        if (status != BidStatus.SUBMITTED) return status.name();
        boolean broken = together != null && together.broken();
        return switch (advert.status()) {
            case OPEN -> (broken ? "BROKEN_" : "") + (advert.closed() ? "COMPARED" : "SEALED");
            case AWARDED -> "COMPARED";
            case NO_SUITABLE_BID, CANCELLED -> "ENDED";
        };
    }

    static BidView of(
            Bid bid,
            AdvertFacts advert,
            List<Reason> refusals,
            List<Feedback> feedback,
            @Nullable Together together,
            @Nullable Fallen fallen) {
        Withdrawal withdrawal = bid.withdrawal();
        return new BidView(
                bid.ref(),
                advert,
                bid.status(),
                bid.coverage(),
                bid.terms(),
                bid.submittedAt(),
                bid.amendedAt(),
                withdrawal == null ? null : withdrawal.at(),
                bid.status() == BidStatus.SUBMITTED && !advert.closed(),
                bid.version(),
                refusals,
                feedback,
                together,
                fallen);
    }
}
