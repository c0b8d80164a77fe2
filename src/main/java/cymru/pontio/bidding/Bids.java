package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertId;
import cymru.pontio.kernel.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Bids: sealed until the deadline, then open to the broker with their scores. */
@Service
public class Bids {
    /**
     * The opened bids of a round, best first. The first call after the deadline opens them: scores and places are worked
     * out once, written down and never change. Refused before the deadline, whoever asks.
     */
    public List<RankedBid> opened(Actor actor, AdvertId advert) {
        throw new UnsupportedOperationException();
    }

    /** The bid was offered the work; refused if it was withdrawn or set aside meanwhile. */
    public void selected(Actor actor, UUID bid) {
        throw new UnsupportedOperationException();
    }

    /** The offer fell through: the bid is out of the running and the next may be offered. */
    public void passedOver(Actor actor, UUID bid) {
        throw new UnsupportedOperationException();
    }

    /** The provider accepted: this bid is successful, every other standing one is not and gets its feedback. */
    public void decided(Actor actor, UUID bid) {
        throw new UnsupportedOperationException();
    }
}
