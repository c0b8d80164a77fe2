/** Who people are, for whom they act and whether they are signed in. A suspended person is out at the next request. */
@ApplicationModule(displayName = "Identity", allowedDependencies = "kernel")
@NullMarked
package cymru.pontio.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
