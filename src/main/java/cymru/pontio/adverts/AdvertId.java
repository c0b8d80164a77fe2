package cymru.pontio.adverts;

import java.util.UUID;

/** One round of advertising a package. */
public record AdvertId(UUID value) {}
