package cymru.pontio.placements;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.people.People;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A placement for the person asking.
 *
 * @param person only for the provider that accepted it, and only while it may know; nobody else sees a name here
 * @param order what is agreed for today; not for a provider that may no longer know
 * @param versions from when it was agreed anew, the latest first
 * @param notice how it is to end; none while nobody has given one
 */
public record PlacementView(
        Row row,
        PackageFacts facts,
        People.@Nullable Identity person,
        @Nullable ServiceOrder order,
        List<OrderVersion> versions,
        List<FailedStart> failedStarts,
        @Nullable Notice notice) {

    /** Somebody has said that care did not begin on the day that is agreed now. */
    public boolean startReported() {
        return failedStarts.stream().anyMatch(one -> one.due().equals(row.agreedStart()));
    }

    /** One line of the list. @param next the first rate that is decided and still to come */
    public record Row(
            UUID id,
            PlacementRef ref,
            String awardRef,
            UUID carePackage,
            String packageRef,
            UUID personId,
            UUID provider,
            String providerName,
            String locality,
            PlacementStatus status,
            Money rate,
            LocalDate agreedStart,
            @Nullable Instant firstVisit,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            Instant acceptedAt,
            WeeklyHours hours,
            boolean released,
            PlacementRates.@Nullable Later next) {

        /** Why it ended, where that is one of the reasons we know; older ones are words. */
        public @Nullable CareEnd why() {
            return Arrays.stream(CareEnd.values())
                    .filter(one -> one.name().equals(endReason))
                    .findFirst()
                    .orElse(null);
        }

        /** Due to have begun, and nobody has been visited. */
        public boolean late(LocalDate today) {
            return status == PlacementStatus.PENDING_START && agreedStart.isBefore(today);
        }
    }

    /** @param next leads to the page after it */
    public record Page(List<Row> rows, @Nullable String next) {}

    /** @param cause reference of the change it came from */
    public record OrderVersion(LocalDate from, Instant issued, String cause) {}

    public record FailedStart(
            LocalDate due, String reason, @Nullable LocalDate newStart, String by, Instant at) {}
}
