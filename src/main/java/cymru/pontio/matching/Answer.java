package cymru.pontio.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider offers, or would offer as far as can be told before it has.
 *
 * @param pence for a worker's hour; 0 where nothing is known
 * @param start the first day of care; none where nothing is known
 * @param given the calls it gives
 * @param asAsked user minutes a week at the times asked for; below nothing where only a bid can say
 * @param otherwise user minutes a week at other times
 */
record Answer(
        int pence,
        @Nullable LocalDate start,
        List<AskedCall> given,
        int asAsked,
        int otherwise,
        boolean continuity,
        boolean welsh) {
    private static final int NOT_SAID = -1;

    /** From what it is paid, how soon it starts and what it was let in for. All calls, because nothing else is known. */
    static Answer expected(Work work, Supplier supplier, LocalDate on) {
        Integer lead = supplier.leadDays();
        return new Answer(
                supplier.pence(work.locality()),
                lead == null ? null : on.plusDays(lead),
                work.calls(),
                NOT_SAID,
                0,
                work.known().contains(supplier.id()),
                supplier.provider().welsh());
    }

    static Answer of(Work work, Offer offer) {
        return new Answer(
                offer.rate().pounds().movePointRight(2).intValueExact(),
                offer.start(),
                work.calls().stream()
                        .filter(call -> offer.linesAsAsked().contains(call.id())
                                || offer.linesOtherwise().contains(call.id()))
                        .toList(),
                minutes(work, offer.linesAsAsked()),
                minutes(work, offer.linesOtherwise()),
                offer.continuity(),
                offer.welsh());
    }

    boolean saysTimes() {
        return asAsked != NOT_SAID;
    }

    private static int minutes(Work work, Set<UUID> lines) {
        return work.calls().stream()
                .filter(call -> lines.contains(call.id()))
                .mapToInt(AskedCall::weekly)
                .sum();
    }
}
