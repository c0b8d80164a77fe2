package cymru.pontio.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** New ids: UUID version 7 (RFC 9562), which PostgreSQL's indexes take in order of time. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        long high = (System.currentTimeMillis() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
