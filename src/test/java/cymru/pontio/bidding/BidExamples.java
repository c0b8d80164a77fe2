package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import java.util.List;
import org.springframework.stereotype.Component;

/** Bids as the tests of this room and of those behind it need them. A bean of every test's context. */
@Component
public class BidExamples {
    private final Bids bids;

    BidExamples(Bids bids) {
        this.bids = bids;
    }

    /** All calls as asked, from the earliest day. */
    public static BidTerms terms(AdvertFacts advert, String rate) {
        List<BidLine> all =
                advert.lines().stream().map(line -> BidLine.asAsked(line.id())).toList();
        return new BidTerms(Money.of(rate), advert.startEarliest(), all, true, "", "en");
    }

    /** A sealed bid for an open advert by a provider that may bid. */
    public BidRef submit(Actor provider, AdvertFacts advert, String rate) {
        return submit(provider, advert, terms(advert, rate));
    }

    public BidRef submit(Actor provider, AdvertFacts advert, BidTerms terms) {
        return switch (bids.submit(provider, advert.ref(), terms)) {
            case Submission.Accepted accepted -> accepted.bid();
            case Submission.NotEligible refused -> throw new AssertionError(refused.reasons());
        };
    }
}
