package cymru.pontio.bidding;

import java.util.List;

/** How much of the advertised calls a bid offers. */
public enum Coverage {
    ALL,
    SOME,
    OTHER_WINDOWS;

    /** What the offered lines amount to, whatever the form said. */
    static Coverage of(List<BidLine> offered, int advertised) {
        if (!offered.stream().allMatch(BidLine::isAsAsked)) return OTHER_WINDOWS;
        return offered.size() == advertised ? ALL : SOME;
    }
}
