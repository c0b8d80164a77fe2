package cymru.pontio.carepackages;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A call with its days.
 *
 * @param from first day; none for a call of the first plan
 * @param until first day without it; none while no end is known
 */
public record DatedCall(
        CallLineView call,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    public boolean on(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (until == null || until.isAfter(day));
    }
}
