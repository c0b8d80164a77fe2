package cymru.pontio.providers.capacity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far a declaration can still be trusted. */
public enum Freshness {
    FRESH(100),
    STALE(50),
    NONE(0);

    /** A declaration is fresh on the day it is made and fourteen days more, unless it was meant for fewer. */
    static final int DAYS = 14;

    private final int percent;

    Freshness(int percent) {
        this.percent = percent;
    }

    /** Of what is declared, so much is counted on where providers are compared; the market's balance leaves stale hours out. */
    public int percent() {
        return percent;
    }

    static Freshness of(@Nullable LocalDate declared, @Nullable LocalDate validUntil, LocalDate today) {
        if (declared == null || validUntil == null) return NONE;
        return today.isAfter(lastDay(declared, validUntil)) ? STALE : FRESH;
    }

    static LocalDate lastDay(LocalDate declared, LocalDate validUntil) {
        LocalDate fourteenth = declared.plusDays(DAYS);
        return validUntil.isBefore(fourteenth) ? validUntil : fourteenth;
    }
}
