/** Cover by council staff until care starts, and the enablement hours it displaces. */
@ApplicationModule(
        displayName = "Bridging",
        allowedDependencies = {
            "kernel",
            "identity",
            "site",
            "placements",
            "carepackages",
            "carepackages::absences",
            "people",
            "providers",
            "areas"
        })
@NullMarked
package cymru.pontio.bridging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
