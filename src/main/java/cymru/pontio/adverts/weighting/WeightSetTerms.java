package cymru.pontio.adverts.weighting;

import cymru.pontio.adverts.Weights;
import java.time.LocalDate;

/**
 * A set of weights as one commissioner proposes it.
 *
 * @param seen number of the latest set on the page
 */
public record WeightSetTerms(Weights weights, LocalDate startsOn, String reason, int seen) {}
