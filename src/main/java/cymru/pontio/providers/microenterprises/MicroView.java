package cymru.pontio.providers.microenterprises;

import cymru.pontio.providers.CareService;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A micro-enterprise as the register shows it today.
 *
 * @param personalCare different people in personal care today, four at most
 * @param others people it helps today without personal care; no limit
 */
public record MicroView(
        UUID id,
        MicroRef ref,
        String name,
        MicroState state,
        Instant since,
        Set<CareService> help,
        Set<String> patches,
        boolean welsh,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website,
        int personalCare,
        int others) {

    public boolean full() {
        return personalCare >= FourPeople.MOST;
    }
}
