package cymru.pontio.bidding;

import cymru.pontio.matching.Eligibility.Reason;
import java.util.List;

/** What became of a bid that was sent in. */
public sealed interface Submission {
    record Accepted(BidRef bid) implements Submission {}

    /** @param reasons why the provider may not be offered this work, all of them at once */
    record NotEligible(List<Reason> reasons) implements Submission {}
}
