/** The pledge to care workers: what it asks, who attests what, and which level a provider holds on which day. */
@NamedInterface("pledge")
@NullMarked
package cymru.pontio.providers.pledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
