package cymru.pontio.rates;

import cymru.pontio.kernel.Money;

/**
 * What a worker's hour may cost on a day: no bid below the floor or above the ceiling. Costs are estimated at the
 * standard rate.
 *
 * @param source where the figures come from
 */
public record Envelope(Money floor, Money standard, Money ceiling, String source) {}
