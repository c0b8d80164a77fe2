package cymru.pontio.matching.runs;

import cymru.pontio.matching.AskedCall;
import cymru.pontio.providers.Lot;
import java.util.BitSet;
import java.util.List;

/**
 * A package that waits, as far as runs need it.
 *
 * @param status how it waits: NO_COVER, BRIDGED and so on
 * @param days waited
 * @param underWay a round is open for it, or an award waits for a decision or an answer
 * @param takers positions of the providers that may bid for it, by the hard rules
 */
public record Waiting(
        String ref,
        String area,
        Lot lot,
        String status,
        int days,
        boolean underWay,
        List<AskedCall> calls,
        BitSet takers) {
    /** User minutes a week. */
    public int userMinutes() {
        return calls.stream().mapToInt(AskedCall::weekly).sum();
    }

    /** Worker minutes a week. */
    public int workerMinutes() {
        return calls.stream().mapToInt(call -> call.weekly() * call.workers()).sum();
    }
}
