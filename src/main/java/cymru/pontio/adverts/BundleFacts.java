package cymru.pontio.adverts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Adverts that were published together.
 *
 * @param adverts in their order; for a provider only those that it may see, and it is not told of others
 * @param awaited those for which an award waits for a second person or an answer; a provider is not told
 */
public record BundleFacts(
        UUID id,
        BundleRef ref,
        String publishedBy,
        Instant publishedAt,
        List<AdvertFacts> adverts,
        Set<AdvertId> awaited) {
    public BundleFacts {
        adverts = List.copyOf(adverts);
    }

    /** Bids for those that are still open are no longer taken. */
    public boolean closed() {
        return adverts.stream().allMatch(AdvertFacts::closed);
    }

    /** Nothing of it is open any more, nor waits for anybody. */
    public boolean over() {
        return adverts.stream().noneMatch(one -> one.status() == AdvertStatus.OPEN);
    }

    /** Bids wait to be compared. */
    public boolean toDecide() {
        return closed()
                && adverts.stream().anyMatch(one -> one.status() == AdvertStatus.OPEN && !awaited.contains(one.id()));
    }

    public Instant deadline() {
        return adverts.stream()
                .filter(one -> one.status() == AdvertStatus.OPEN)
                .findFirst()
                .orElse(adverts.getFirst())
                .deadline();
    }
}
