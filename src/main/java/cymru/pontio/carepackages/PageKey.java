package cymru.pontio.carepackages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Where a page of the worklist ended. */
record PageKey(Instant changedAt, UUID id) {
    static Optional<PageKey> parse(String typed) {
        int dot = typed.indexOf('.');
        if (dot < 1) return Optional.empty();
        try {
            Instant at = Instant.EPOCH.plus(Long.parseLong(typed.substring(0, dot)), ChronoUnit.MICROS);
            return Optional.of(new PageKey(at, UUID.fromString(typed.substring(dot + 1))));
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, changedAt) + "." + id;
    }
}
