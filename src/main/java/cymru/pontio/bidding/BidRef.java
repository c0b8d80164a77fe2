package cymru.pontio.bidding;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How a provider and the broker name a bid: {@code BID-7K3M-Q}. */
public record BidRef(String value) {
    static final String PREFIX = "BID";

    public static BidRef valueOf(String typed) {
        return new BidRef(Reference.parse(PREFIX, typed));
    }

    static BidRef random(RandomGenerator random) {
        return new BidRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
