package cymru.pontio.rates;

import java.util.Map;

/** In which zone each locality is on some day. */
public record Zones(Map<String, PriceZone> byLocality) {

    /** A locality that nobody has put into a zone is rural. */
    public PriceZone of(String locality) {
        return byLocality.getOrDefault(locality, PriceZone.RURAL);
    }
}
