package cymru.pontio.people;

import java.time.Instant;
import java.util.UUID;

/** That an address became confidential, or no longer is. */
record Protection(UUID person, boolean confidential, String reason, UUID changedBy, Instant changedAt) {}
