package cymru.pontio.adverts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSourceResolvable;

/**
 * How open adverts suit a provider, told to itself by the room that judges providers. It depends on nobody else's bid or
 * standing, and says nothing of whether the provider knows the person: that would say who it is.
 */
public interface OwnFit {
    /** Of each of these adverts. */
    Map<AdvertId, Mark> of(UUID provider, List<AdvertFacts> adverts);

    /**
     * @param against every reason why it may not bid, as sentences; none if it may
     * @param points of start, spare hours, care nearby and Welsh, by the advert's weights
     * @param most points there are for these
     * @param fitting user minutes a week of the calls that fit into the hours it declared, weighed by how long ago
     */
    record Mark(List<? extends MessageSourceResolvable> against, BigDecimal points, int most, int fitting) {
        public boolean mayBid() {
            return against.isEmpty();
        }

        /** Share of the points there are, for putting adverts in order; nought where there are none. */
        double share() {
            return most == 0 ? 0 : points.doubleValue() / most;
        }
    }
}
