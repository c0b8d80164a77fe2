package cymru.pontio.adverts;

import cymru.pontio.providers.Lot;
import java.time.LocalDate;
import java.util.Map;

/** Which weights count for a kind of work; kept by the noun of the sets. */
public interface WeightsInForce {
    /** Of every lot on a day. */
    Map<Lot, Named> on(LocalDate day);

    /**
     * A set of weights by its name.
     *
     * @param number counts the sets of the lot
     * @param startsOn the day from which it counts
     */
    record Named(int number, LocalDate startsOn, Weights weights) {}
}
