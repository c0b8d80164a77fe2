/** The package of care from its first words to its end; the waiting list is derived here from what happened. */
@ApplicationModule(
        displayName = "Care packages",
        allowedDependencies = {"kernel", "identity", "site", "people", "areas", "rates"})
@NullMarked
package cymru.pontio.carepackages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
