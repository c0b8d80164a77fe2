package cymru.pontio.bidding;

import cymru.pontio.matching.Eligibility.Reason;
import java.util.List;

/** What a provider finds that wants to bid. */
public sealed interface Invitation {
    record Open() implements Invitation {}

    record AlreadyBid(BidRef bid) implements Invitation {}

    /** @param reasons all of them at once */
    record NotEligible(List<Reason> reasons) implements Invitation {}
}
