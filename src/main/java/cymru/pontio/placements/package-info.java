/** Award, offer, acceptance, service order, start and end; the one place where identity crosses to a provider. */
@ApplicationModule(
        displayName = "Placements",
        allowedDependencies = {
            "kernel",
            "identity",
            "site",
            "bidding",
            "matching",
            "matching::runs",
            "adverts",
            "adverts::allocation",
            "carepackages",
            "carepackages::absences",
            "people",
            "providers",
            "providers::microenterprises",
            "providers::capacity",
            "rates",
            "rates::simplification",
            "areas"
        })
@NullMarked
package cymru.pontio.placements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
