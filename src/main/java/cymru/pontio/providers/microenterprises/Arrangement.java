package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Help for one person over a time. Somebody without a reference of the micro-enterprise's own is known by the placement.
 *
 * @param who the row of the person
 * @param counted what different people are told apart by
 * @param source the placement it comes from; none when recorded by hand
 */
record Arrangement(
        UUID id,
        UUID who,
        UUID counted,
        @Nullable String reference,
        boolean linked,
        boolean personalCare,
        DateRange days,
        @Nullable UUID source,
        @Nullable String sourceRef,
        String recordedBy) {

    public boolean ofPlacement() {
        return source != null;
    }

    public String label() {
        return reference != null ? reference : java.util.Objects.requireNonNull(sourceRef);
    }

    /** It was recorded by mistake, or changed on its first day. */
    public boolean never() {
        return days.from().equals(days.until());
    }

    public @Nullable LocalDate lastDay() {
        return days.until() == null ? null : days.until().minusDays(1);
    }

    public boolean over(LocalDate today) {
        return days.until() != null && !days.until().isAfter(today);
    }

    FourPeople.Spell spell() {
        return new FourPeople.Spell(counted, days);
    }

    /** @return the days it has when its last one is this; what is over is history and stays */
    DateRange endedOn(LocalDate lastDay, LocalDate today) {
        if (over(today)) throw new RuleBroken("microenterprises.error.over");
        if (lastDay.isBefore(days.from())) throw new RuleBroken("microenterprises.error.endBeforeStart", days.from());
        return new DateRange(days.from(), lastDay.plusDays(1));
    }

    /** @return the days that are left from the change on */
    DateRange changedFrom(LocalDate from, boolean toPersonalCare, LocalDate today) {
        if (over(today)) throw new RuleBroken("microenterprises.error.over");
        if (personalCare == toPersonalCare) throw new RuleBroken("microenterprises.error.already");
        if (!days.contains(from)) throw new RuleBroken("microenterprises.error.changeOutside");
        return new DateRange(from, days.until());
    }
}
