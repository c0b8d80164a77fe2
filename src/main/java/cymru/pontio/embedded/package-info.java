/** The PostgreSQL that the application brings along, used when no other database is configured. */
@NullMarked
@ApplicationModule(
        displayName = "Embedded database",
        allowedDependencies = {})
package cymru.pontio.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
