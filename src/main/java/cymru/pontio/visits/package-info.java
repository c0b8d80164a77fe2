/** What was planned and what happened at the door: imports, entries by hand, hours delivered. */
@ApplicationModule(
        displayName = "Visits",
        allowedDependencies = {
            "kernel",
            "identity",
            "site",
            "placements",
            "carepackages",
            "carepackages::absences",
            "bridging",
            "providers",
            "areas"
        })
@NullMarked
package cymru.pontio.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
