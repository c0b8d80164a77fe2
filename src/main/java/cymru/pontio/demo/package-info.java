/** The demonstration county, which fills an empty database at the first start. It may use every room; nothing uses it. */
@ApplicationModule(displayName = "Demonstration")
@NullMarked
package cymru.pontio.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
