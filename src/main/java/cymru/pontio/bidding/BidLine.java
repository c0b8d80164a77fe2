package cymru.pontio.bidding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One advertised call that a bid offers.
 *
 * @param from start of another window than the advertised one; none means as asked
 */
@Embeddable
public record BidLine(
        @Column(name = "advert_line_id") UUID advertLine,
        @Column(name = "window_from") @Nullable LocalTime from,
        @Column(name = "window_to") @Nullable LocalTime until) {

    public BidLine {
        if ((from == null) != (until == null)) throw new IllegalArgumentException("a window has two ends");
    }

    public static BidLine asAsked(UUID advertLine) {
        return new BidLine(advertLine, null, null);
    }

    public boolean isAsAsked() {
        return from == null;
    }
}
