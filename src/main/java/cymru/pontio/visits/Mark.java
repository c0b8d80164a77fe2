package cymru.pontio.visits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of what is said about visits: the first 64 bits of SHA-256. Two that differ tell of a correction, two that
 * are alike of a repetition, so that a file given again need not be held against every visit.
 */
final class Mark {
    private static final int MOST = 4096;
    private static final long NOTHING = Long.MIN_VALUE;

    private final MessageDigest digest;
    private final ByteBuffer said = ByteBuffer.allocate(MOST);

    Mark() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    long of(VisitTerms terms) {
        said.clear();
        said.putLong(terms.placement().id().getMostSignificantBits());
        said.putLong(terms.placement().id().getLeastSignificantBits());
        said.putLong(terms.date().toEpochDay());
        span(terms.planned());
        span(terms.actual());
        said.putInt(terms.workers());
        text(terms.status().name());
        text(terms.workerId());
        text(terms.reason());
        digest.update(said.array(), 0, said.position());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private void span(@Nullable Span span) {
        said.putLong(span == null ? NOTHING : span.start().getEpochSecond());
        said.putLong(span == null ? NOTHING : span.end().getEpochSecond());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        said.putInt(bytes.length);
        said.put(bytes);
    }
}
