/** What was changed and what was read, by whom and when; only ever added to, and sealed so that a change would show. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "identity", "site"})
@NullMarked
package cymru.pontio.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
