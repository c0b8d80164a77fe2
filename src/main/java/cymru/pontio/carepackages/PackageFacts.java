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
        List<CallLineView> lines) {}
