/** What every page has in common: language, frame, errors, security headers, formats, the home page. */
@ApplicationModule(
        displayName = "Site",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel", "identity"})
@NullMarked
package cymru.pontio.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
