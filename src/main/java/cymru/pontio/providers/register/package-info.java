/** What the regulators publish about home-care services: read from their files, compared, taken over, linked to providers. */
@NamedInterface("register")
@NullMarked
package cymru.pontio.providers.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
