/** Agencies, the in-house service and micro-enterprises: who may supply, where, and how good they are. */
@ApplicationModule(
        displayName = "Providers",
        allowedDependencies = {"kernel", "identity", "site", "areas"})
@NullMarked
package cymru.pontio.providers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
