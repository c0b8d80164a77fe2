package cymru.pontio.carepackages;

import java.util.UUID;

/** A package of care. */
public record PackageId(UUID value) {}
