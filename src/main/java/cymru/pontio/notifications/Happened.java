package cymru.pontio.notifications;

import java.util.UUID;

/**
 * Something happened of which people may have to hear. What the event registry keeps until they have: references only.
 *
 * @param id makes it the same when it is handed over twice
 * @param by account of who did it, who need not be told
 */
record Happened(UUID id, String action, String subject, UUID by) {}
