package cymru.pontio.adverts;

import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.Training;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.providers.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An advert as everybody may read it, and the package behind it for the council's rooms. Providers' pages take what they
 * show from here and never print the package.
 *
 * @param lot the kind of work; only providers let in for it see the advert
 * @param welsh NEED, PREFERENCE or NO, as the person answered
 * @param weightSet number of the set of its lot that it is weighed by; none where it has weights of its own
 * @param heldUntil while one provider is asked first: with a bid of its own by then the round closes at that moment
 * @param closed the database's clock is past the deadline, or the round has ended
 */
public record AdvertFacts(
        AdvertId id,
        AdvertRef ref,
        PackageId carePackage,
        int round,
        AdvertStatus status,
        Lot lot,
        String locality,
        String ageBand,
        String need,
        String equipment,
        String workerRisks,
        Set<Training> training,
        String welsh,
        String textLanguage,
        Cover coverNow,
        LocalDate startEarliest,
        LocalDate startLatest,
        Money rateFloor,
        Money rateCeiling,
        WeeklyHours hours,
        Weights weights,
        @Nullable Integer weightSet,
        boolean urgent,
        Instant publishedAt,
        Instant questionsUntil,
        Instant deadline,
        @Nullable Instant heldUntil,
        boolean closed,
        List<AdvertLine> lines) {

    /** Bids may still come. */
    public void mustTakeBids() {
        if (status != AdvertStatus.OPEN) throw new RuleBroken("adverts.error.ended", ref);
        if (closed) throw new RuleBroken("adverts.error.closed", deadline);
    }
}
