/**
 * The plan for the whole waiting list: who could take which package today, how near that is to the best there can be, and
 * what keeps the others out. The planner is plain Java over figures and knows neither people nor prices of rivals.
 */
@NamedInterface("plan")
@NullMarked
package cymru.pontio.matching.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
