package cymru.pontio.people;

import java.util.UUID;

/** A person who needs care. */
public record PersonId(UUID value) {}
