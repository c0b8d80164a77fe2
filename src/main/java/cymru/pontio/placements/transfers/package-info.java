/** Moving the placements of a provider that fails, or gives everything back, to others: many notices, grouped. */
@NamedInterface("transfers")
@NullMarked
package cymru.pontio.placements.transfers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
