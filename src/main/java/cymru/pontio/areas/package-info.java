/** The council's localities in two languages and the outward codes that touch them. */
@ApplicationModule(
        displayName = "Areas",
        allowedDependencies = {"kernel", "identity", "site"})
@NullMarked
package cymru.pontio.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
