package cymru.pontio.placements;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.providers.capacity.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer as the provider sees it before it says yes: where, when and what for, and nobody's name.
 *
 * @param beside offers that stand and fall with it: one answer is for all
 * @param spare how that stands to the hours it declared; none once the offer is over
 */
public record OfferView(
        Row row, Facts facts, List<Call> calls, @Nullable Question spare, List<AwardRef> beside) {

    /**
     * One line of the list of offers.
     *
     * @param startPassed care was to begin on a day that is over
     */
    public record Row(
            UUID id,
            UUID carePackage,
            @Nullable UUID advert,
            AwardRef ref,
            AwardStatus status,
            String locality,
            Money rate,
            LocalDate start,
            boolean startPassed,
            WeeklyHours hours,
            Instant offeredAt,
            Instant respondBy,
            @Nullable Instant answeredAt,
            @Nullable String answerReason,
            @Nullable String bidRef,
            @Nullable String placementRef) {}

    /**
     * @param onHold the package is on hold: care does not begin before it is taken up again
     * @param ageBand empty where there was no advert
     */
    public record Facts(
            boolean onHold,
            String ageBand,
            String need,
            String textLanguage,
            String equipment,
            String workerRisks,
            Set<Training> training) {}

    /** A call without the social worker's words about it. */
    public record Call(
            String days,
            Band band,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            int minutes,
            int workers,
            boolean timeCritical,
            WorkerGender workerGender) {}
}
