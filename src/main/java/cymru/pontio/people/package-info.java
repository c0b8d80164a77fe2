/** The person who needs care. Nobody below the award may ask this room anything. */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"kernel", "identity", "site", "areas"})
@NullMarked
package cymru.pontio.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
