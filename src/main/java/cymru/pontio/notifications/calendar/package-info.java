/** A person's dates for their own calendar program, under an address that is a secret. */
@NamedInterface("calendar")
@NullMarked
package cymru.pontio.notifications.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
