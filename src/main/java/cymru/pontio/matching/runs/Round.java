package cymru.pontio.matching.runs;

import cymru.pontio.carepackages.Band;
import java.util.List;

/**
 * The calls of one part of the day that one worker, or one pair, gives one after another.
 *
 * @param days digits of the week on which it is the same, Monday is 1
 * @param calls in their order
 * @param travel minutes of one day between the first door and the last; the way to the first and from the last is nobody's
 *     to know
 * @param idle minutes of one day in which a worker waits for a window
 */
public record Round(Band band, int workers, String days, List<Call> calls, int care, int travel, int idle) {
    /** @param at the minute after midnight at which it would begin */
    public record Call(Stop stop, int at) {}

    /** More than one home. */
    public boolean shared() {
        return calls.stream().map(call -> call.stop().home()).distinct().count() > 1;
    }

    public int careAWeek() {
        return care * days.length();
    }

    public int travelAWeek() {
        return travel * days.length();
    }
}
