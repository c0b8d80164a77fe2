/** Value types that three or more rooms share. No beans, no tables. */
@ApplicationModule(
        displayName = "Kernel",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package cymru.pontio.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
