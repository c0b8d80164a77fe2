package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Filled in by the room that owns placements: what they are paid, and the verb that gives them a new rate. */
public interface LiveRates {

    /** Every placement that gives care, those on notice too, with the rate it has on that day, in the order of their references. */
    List<LiveRate> on(LocalDate day);

    /**
     * Gives placements a new rate from a day to come, in the caller's transaction. Those that have ended meanwhile are left
     * out.
     *
     * @return how many were given one
     * @throws cymru.pontio.kernel.RuleBroken if a rate is no longer what the decision was taken on
     */
    int change(Actor by, NewRates rates);

    /** @param proposal reference of what was approved */
    record NewRates(String proposal, LocalDate from, List<NewRate> each) {}

    record NewRate(UUID placement, Money was, Money rate) {}
}
