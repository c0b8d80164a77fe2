package cymru.pontio.visits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token as its provider sees it; the token itself was shown once, when it was made. */
public record TokenView(
        UUID id,
        String name,
        String madeBy,
        Instant madeAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {}
