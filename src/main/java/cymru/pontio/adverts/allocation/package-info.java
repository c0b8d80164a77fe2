/** How the council gives out work in a patch: who is asked first, for how long, from which day and why. */
@NamedInterface("allocation")
@NullMarked
package cymru.pontio.adverts.allocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
