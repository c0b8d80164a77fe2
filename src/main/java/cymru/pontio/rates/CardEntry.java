package cymru.pontio.rates;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the rate card.
 *
 * @param zone none means everywhere
 * @param minutesFrom shortest visit it prices
 * @param minutesTo longest visit it prices
 * @param workers one or two at once; none means either
 * @param rate for one hour of one worker
 * @param layer 0 as planned; an adjustment of the past stands above what it adjusts
 * @param change reference of the approved change; none for the first card
 */
public record CardEntry(
        UUID id,
        CareService service,
        @Nullable PriceZone zone,
        int minutesFrom,
        int minutesTo,
        CardDays days,
        @Nullable Integer workers,
        Money rate,
        DateRange valid,
        int layer,
        @Nullable String change,
        @Nullable String source) {

    boolean prices(CallToPrice call, DayClass dayClass, LocalDate day) {
        return service == call.service()
                && (zone == null || zone == call.zone())
                && minutesFrom <= call.minutes()
                && call.minutes() <= minutesTo
                && days.cover(dayClass)
                && (workers == null || workers == call.workers())
                && valid.contains(day);
    }

    /** The last day, for people; none while it is open. */
    public @Nullable LocalDate lastDay() {
        LocalDate until = valid.until();
        return until == null ? null : until.minusDays(1);
    }
}
