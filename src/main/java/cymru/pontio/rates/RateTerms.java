package cymru.pontio.rates;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to hold from a day on; which parts are filled in depends on the kind of change.
 *
 * @param untilOn first day on which it no longer holds
 * @param flat care that is paid by the night or the week
 * @param rate pounds a worker's hour, a night or a week; none for zones and closings: the card's rate, the standard, the highest exception, the supplement or the minimum
 */
@Embeddable
record RateTerms(
        LocalDate fromOn,
        @Nullable LocalDate untilOn,
        @Enumerated(EnumType.STRING) @Nullable CareService service,
        @Enumerated(EnumType.STRING) @Nullable PriceZone zone,
        @Nullable Integer minutesFrom,
        @Nullable Integer minutesTo,
        @Enumerated(EnumType.STRING) @Nullable CardDays days,
        @Nullable Integer workers,
        @Nullable String level,
        @Nullable String nation,
        @Nullable String locality,
        @Enumerated(EnumType.STRING) @Nullable FlatService flat,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal ceiling,
        @Nullable String source) {

    /** Whether every visit that the entry prices is priced by these terms too. */
    boolean includes(CardEntry entry) {
        return days != null
                && minutesFrom != null
                && minutesTo != null
                && (zone == null || zone == entry.zone())
                && minutesFrom <= entry.minutesFrom()
                && entry.minutesTo() <= minutesTo
                && days.include(entry.days())
                && (workers == null || workers.equals(entry.workers()));
    }

    /** The last day, for people. */
    public @Nullable LocalDate lastDay() {
        return untilOn == null ? null : untilOn.minusDays(1);
    }
}
