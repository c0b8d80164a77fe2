/**
 * What declines and rounds without a bid say of the market, by patch, part of the day, workers and language. In plain SQL
 * over the views in which {@code bidding} gives out what is no longer sealed.
 */
@NullMarked
package cymru.pontio.matching.refusals;

import org.jspecify.annotations.NullMarked;
