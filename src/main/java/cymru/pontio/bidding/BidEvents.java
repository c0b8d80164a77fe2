package cymru.pontio.bidding;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;

/**
 * What the audit learns of bids. Until the opening no entry holds a rate or says which advert a bid is for: the audit is
 * read while bids are sealed.
 */
final class BidEvents {
    record BidSubmitted(Actor by, String subject) implements Auditable {}

    record BidAmended(Actor by, String subject) implements Auditable {}

    record BidWithdrawn(Actor by, String subject, String reason) implements Auditable {}

    /** @param subject of the decline itself: before the deadline nobody learns who will not bid */
    record BidDeclined(Actor by, String subject) implements Auditable {}

    record BidsOpened(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record BidSetAside(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record BidSelected(Actor by, String subject) implements Auditable {}

    record BidPassedOver(Actor by, String subject) implements Auditable {}

    record BidSuccessful(Actor by, String subject) implements Auditable {}

    private BidEvents() {}
}
