package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import java.util.UUID;

/**
 * What is paid for one running placement.
 *
 * @param visits a week
 * @param night all its calls are at night
 * @param rate for one hour of one worker
 * @param hours a week: what the person receives, and what workers spend, which is paid
 */
public record LiveRate(
        UUID placement,
        String ref,
        UUID provider,
        String locality,
        int visits,
        boolean night,
        Money rate,
        WeeklyHours hours) {}
