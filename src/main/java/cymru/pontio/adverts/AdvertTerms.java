package cymru.pontio.adverts;

import cymru.pontio.providers.Lot;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the broker decides when advertising; everything else comes from the package.
 *
 * @param lot the kind of work it is
 * @param deadline by the clock on the wall; absent while what was typed is no date and time
 * @param weights absent while what was typed are no numbers
 * @param lines the calls of the package to advertise
 * @param overrideReason why it goes to all at once although the patch says otherwise; empty if it goes as the patch says
 * @param ownWeights it is weighed by these weights and not by the set of its lot
 * @param weightsReason why; empty for the set of the lot
 * @param startBy by when care should begin; counts where the package wants it before bids can close
 * @param stamp of the package as it was when this was written
 */
record AdvertTerms(
        String need,
        String equipment,
        String workerRisks,
        String textLanguage,
        Lot lot,
        boolean urgent,
        String urgentReason,
        @Nullable LocalDateTime deadline,
        @Nullable LocalDateTime questionsUntil,
        @Nullable Weights weights,
        Set<UUID> lines,
        String overrideReason,
        boolean ownWeights,
        String weightsReason,
        @Nullable LocalDate startBy,
        String stamp) {

    LocalDate startLatest(LocalDate wanted, LocalDate soonest) {
        return startBy == null || !wanted.isBefore(soonest) ? wanted : startBy;
    }

    /** The same, weighed by the set of its lot. */
    AdvertTerms weighing(Weights others) {
        return new AdvertTerms(
                need,
                equipment,
                workerRisks,
                textLanguage,
                lot,
                urgent,
                urgentReason,
                deadline,
                questionsUntil,
                others,
                lines,
                overrideReason,
                ownWeights,
                weightsReason,
                startBy,
                stamp);
    }
}
