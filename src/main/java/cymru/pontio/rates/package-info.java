/** What an hour of care may cost, from when to when. */
@ApplicationModule(
        displayName = "Rates",
        allowedDependencies = {"kernel", "identity", "site", "areas", "providers", "providers::pledge"})
@NullMarked
package cymru.pontio.rates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
