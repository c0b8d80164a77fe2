package cymru.pontio.matching;

import cymru.pontio.adverts.Criterion;

/**
 * What would make a provider the first, by one criterion alone. Tried by ranking anew.
 *
 * @param value the least change that does: pence for PRICE, days after acceptance for START, user minutes a week for
 *     CAPACITY, hundredths of a point of a hundred for QUALITY
 */
public record Flip(Criterion criterion, int value) {}
