/** Care that is suspended while somebody is away: what the provider is told, the retainer, and visits that were not due. */
@NamedInterface("suspensions")
@NullMarked
package cymru.pontio.placements.suspensions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
