/** Times in which somebody is away from home: told once, at the package, and care is not due until the return. */
@NamedInterface("absences")
@NullMarked
package cymru.pontio.carepackages.absences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
