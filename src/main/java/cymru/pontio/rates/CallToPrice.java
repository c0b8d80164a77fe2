package cymru.pontio.rates;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call of a weekly plan, as far as its price depends on it.
 *
 * @param days digits of the week, Monday is 1
 * @param minutes of one visit, as the person receives it
 * @param workers one or two at once; each is paid
 * @param provider whose level of the pledge counts; none for a price without it
 */
public record CallToPrice(
        CareService service,
        PriceZone zone,
        String days,
        int minutes,
        int workers,
        @Nullable UUID provider) {

    boolean falls(LocalDate day) {
        return days.indexOf('0' + day.getDayOfWeek().getValue()) >= 0;
    }
}
