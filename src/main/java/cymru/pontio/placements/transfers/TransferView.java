package cymru.pontio.placements.transfers;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.providers.ProviderView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A transfer and how far it is.
 *
 * @param moved those that have nobody first
 * @param groups of those that have nobody: what is best advertised together
 */
public record TransferView(
        Row row, ProviderView provider, List<Moved> moved, List<Group<Moved>> groups, LocalDate today) {
    /** @param open placements that have nobody else yet and are still needed */
    public record Row(
            TransferRef ref,
            UUID providerId,
            String provider,
            CareEnd reason,
            LocalDate lastDay,
            String by,
            Instant at,
            int placements,
            int open) {}

    /** @param people each counted once */
    public record Sum(Moved.State state, int placements, int people, int userMinutes, int carerMinutes) {}

    /** In the order of the states, without those that hold nobody. */
    public List<Sum> sums() {
        return Arrays.stream(Moved.State.values())
                .map(this::sum)
                .filter(sum -> sum.placements() > 0)
                .toList();
    }

    private Sum sum(Moved.State state) {
        List<Moved> these = moved.stream().filter(one -> one.state() == state).toList();
        return new Sum(
                state,
                these.size(),
                (int) these.stream().map(Moved::person).distinct().count(),
                these.stream().mapToInt(Moved::userMinutes).sum(),
                these.stream().mapToInt(Moved::carerMinutes).sum());
    }

    public long overdue() {
        return moved.stream().filter(one -> one.overdue(today)).count();
    }
}
