/** A provider's standing: what the council and the provider see about it, part by part, and the list of all providers. */
@NamedInterface("standing")
@NullMarked
package cymru.pontio.providers.standing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
