/** Care workers under their employers’ own numbers: registration, training, contracts and Welsh, without personal detail. */
@NamedInterface("workforce")
@NullMarked
package cymru.pontio.providers.workforce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
