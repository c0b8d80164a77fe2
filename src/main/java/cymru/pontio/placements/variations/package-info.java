/** Changes of what a placement gives: asked for, agreed by somebody else, from a day on. */
@NamedInterface("variations")
@NullMarked
package cymru.pontio.placements.variations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
