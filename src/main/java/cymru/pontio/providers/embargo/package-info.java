/** Stopping new work for a provider, looking at it again, and lifting it by two people. Live care is never touched. */
@NamedInterface("embargo")
@NullMarked
package cymru.pontio.providers.embargo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
