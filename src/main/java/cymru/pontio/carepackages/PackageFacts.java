package cymru.pontio.carepackages;

import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package from approval on, for the rooms that find and start its care. Holds nobody's name.
 *
 * @param search how far a provider is found: its status, or the one a hold lies over
 * @param needSummary the social worker's own de-identified words; the first proposal for an advert
 * @param hours user and carer hours a week of all call lines
 */
public record PackageFacts(
        PackageId id,
        PackageRef ref,
        PersonId person,
        UUID team,
        UUID author,
        PackageStatus status,
        PackageStatus search,
        String locality,
        String needSummary,
        String equipment,
        String workerRisks,
        Set<Training> training,
        String textLanguage,
        LocalDate startEarliest,
        LocalDate startLatest,
        Cover cover,
        WeeklyHours hours,
        @Nullable UUID approvedBy,
        List<CallLineView> lines) {

    /** All its calls are in the night: another kind of work than calls in the course of the day. */
    public boolean nightOnly() {
        return !lines.isEmpty() && lines.stream().allMatch(line -> line.band() == Band.NIGHT);
    }

    /** On hold: nothing new is begun for it. */
    public boolean onHold() {
        return status == PackageStatus.ON_HOLD;
    }

    /** The same package with fewer of its calls. */
    public PackageFacts without(Set<UUID> calls) {
        if (calls.isEmpty()) return this;
        List<CallLineView> left =
                lines.stream().filter(line -> !calls.contains(line.id())).toList();
        WeeklyHours leftHours = WeeklyHours.ofMinutes(
                left.stream().mapToInt(CallLineView::userMinutes).sum(),
                left.stream().mapToInt(CallLineView::carerMinutes).sum());
        return with(startEarliest, startLatest, leftHours, left);
    }

    /** The same package, if care is to go on without a break from that day. */
    public PackageFacts neededFrom(LocalDate day) {
        return with(day, day, hours, lines);
    }

    private PackageFacts with(LocalDate earliest, LocalDate latest, WeeklyHours week, List<CallLineView> calls) {
        return new PackageFacts(
                id,
                ref,
                person,
                team,
                author,
                status,
                search,
                locality,
                needSummary,
                equipment,
                workerRisks,
                training,
                textLanguage,
                earliest,
                latest,
                cover,
                week,
                approvedBy,
                calls);
    }
}
