package cymru.pontio.placements;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * What an award costs, in pounds, and the hours a week that are paid for.
 *
 * @param planYear the same calls at the standard rate on the day of the proposal
 */
@Embeddable
record AwardPrice(
        BigDecimal rate, BigDecimal costYear, BigDecimal planYear, int userMinutesWeek, int carerMinutesWeek) {
    static AwardPrice of(PackageFacts facts, AwardTerms terms, Money plan) {
        WeeklyHours hours = terms.hours(facts);
        return new AwardPrice(
                terms.rate().pounds(),
                terms.costAYear(facts).pounds(),
                plan.pounds(),
                hours.user().minutes(),
                hours.carer().minutes());
    }
}
