/** The de-identified publication of a package: rounds, questions, deadline. */
@ApplicationModule(
        displayName = "Adverts",
        allowedDependencies = {"kernel", "identity", "site", "carepackages", "areas", "rates", "providers"})
@NullMarked
package cymru.pontio.adverts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
