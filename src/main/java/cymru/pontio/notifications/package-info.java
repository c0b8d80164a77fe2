/**
 * Tells people what concerns them: an inbox, mails by their own wish, a calendar. Which news there is and who may know of
 * it is said by the rooms that own it, through {@link cymru.pontio.site.NewsSource}; so this room needs to know none of
 * them, and no message can hold more than a reference and a link.
 */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {"kernel", "identity", "site"})
@NullMarked
package cymru.pontio.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
