/**
 * Care still to be found against the hours providers have to spare, by patch and part of the day. In plain SQL over the
 * report views of the rooms that know.
 */
@NullMarked
package cymru.pontio.matching.demand;

import org.jspecify.annotations.NullMarked;
