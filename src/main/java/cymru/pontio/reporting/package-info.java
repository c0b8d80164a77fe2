/** Figures for councillors and managers, in plain SQL over the report views of the other rooms. */
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {"kernel", "identity", "site"})
@NullMarked
package cymru.pontio.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
