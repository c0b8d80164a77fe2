/**
 * Calls that were due and what came of each: which visit answered it, whether it was on time, long enough and by enough
 * workers; and the queue of those that somebody has to look at. One visit answers one call.
 */
@NamedInterface("calls")
@NullMarked
package cymru.pontio.visits.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
