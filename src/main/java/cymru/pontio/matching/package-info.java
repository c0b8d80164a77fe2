/** Whether and how well a provider suits an advert, with every reason. */
@ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {
            "kernel",
            "identity",
            "site",
            "adverts",
            "carepackages",
            "providers",
            "providers::pledge",
            "providers::capacity",
            "rates",
            "areas"
        })
@NullMarked
package cymru.pontio.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
