package cymru.pontio.rates;

import cymru.pontio.kernel.Money;

/**
 * The price of an hour below which the trade body says home care cannot be sustained.
 *
 * @param nation {@code WALES} or {@code ENGLAND}: they are published apart
 */
public record MinimumPrice(String nation, Money rate, String source) {}
