package cymru.pontio.visits.calls;

import java.time.LocalDate;
import java.util.UUID;

/** One local day at one door, by one provider. */
record CallDay(UUID carePackage, UUID provider, LocalDate day) {
    CallDay before() {
        return new CallDay(carePackage, provider, day.minusDays(1));
    }

    CallDay after() {
        return new CallDay(carePackage, provider, day.plusDays(1));
    }
}
