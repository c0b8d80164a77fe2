package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.adverts.AdvertStatus;
import cymru.pontio.adverts.Weights;
import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.capacity.Freshness;
import cymru.pontio.providers.capacity.PartOfDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An advert, providers and offers as plain objects, named by what matters about them. */
public final class MatchingExamples {
    public static final LocalDate START = LocalDate.of(2027, 3, 1);

    /** Thirty minutes each morning with one worker: 210 minutes a week. */
    public static final UUID MORNING = UUID.fromString("00000000-0000-7000-8000-00000000000a");

    /** Thirty minutes each bedtime with two workers: also 210 minutes a week to the person. */
    public static final UUID BED = UUID.fromString("00000000-0000-7000-8000-00000000000b");

    private MatchingExamples() {}

    public static AdvertFacts advert() {
        return advert("PREFERENCE");
    }

    /** In newtown, hoist, bedtime double-handed, £22.71 to £32.14, from 1 to 15 March, the usual weights. */
    public static AdvertFacts advert(String welsh) {
        return new AdvertFacts(
                new AdvertId(UUID.randomUUID()),
                AdvertRef.valueOf(Reference.random("ADV", new Random(7))),
                new PackageId(UUID.randomUUID()),
                1,
                AdvertStatus.OPEN,
                Lot.SESSIONAL,
                "newtown",
                "75-84",
                "need",
                "",
                "",
                Set.of(Training.HOIST),
                welsh,
                "en",
                Cover.NONE,
                START,
                START.plusDays(14),
                Money.of("22.71"),
                Money.of("32.14"),
                WeeklyHours.ofMinutes(420, 630),
                Weights.FIRST,
                null,
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                false,
                List.of(line(MORNING, Band.MORNING, 1), line(BED, Band.BED, 2)));
    }

    /** Accredited, trained, double-handed, Welsh-speaking, in the patch; all three scores alike, or none. */
    public static ProviderView provider(@Nullable String score) {
        BigDecimal points = score == null ? null : new BigDecimal(score);
        return rated(points, points, points);
    }

    public static ProviderView rated(
            @Nullable BigDecimal regulator, @Nullable BigDecimal council, @Nullable BigDecimal visits) {
        return new ProviderView(
                UUID.randomUUID(),
                "PRV-0000-0",
                "An agency",
                ProviderKind.AGENCY,
                START.plusYears(1),
                Embargo.NONE,
                regulator,
                council,
                visits,
                true,
                true,
                Set.of("HOIST"),
                Set.of("newtown"));
    }

    /** All calls as asked, on the first day, in Welsh. */
    public static Offer offer(ProviderView provider, String rate) {
        return offer(provider, rate, START);
    }

    public static Offer offer(ProviderView provider, String rate, LocalDate start) {
        return offer(provider, rate, start, Set.of(MORNING, BED), Set.of());
    }

    public static Offer offer(
            ProviderView provider, String rate, LocalDate start, Set<UUID> asAsked, Set<UUID> otherwise) {
        return new Offer(UUID.randomUUID(), provider.id(), Money.of(rate), start, asAsked, otherwise, false, true);
    }

    private static AdvertLine line(UUID id, Band band, int workers) {
        return new AdvertLine(
                id,
                UUID.randomUUID(),
                1,
                "1234567",
                band,
                null,
                null,
                30,
                workers,
                false,
                Tier.DAILY_ESSENTIAL,
                null,
                WorkerGender.ANY);
    }

    /** The same advert as work, as published. */
    public static Work work(String welsh) {
        return Work.of(advert(welsh), Set.of(), Set.of());
    }

    public static AdvertFacts advert(Weights weights) {
        AdvertFacts usual = advert();
        return new AdvertFacts(
                usual.id(),
                usual.ref(),
                usual.carePackage(),
                usual.round(),
                usual.status(),
                usual.lot(),
                usual.locality(),
                usual.ageBand(),
                usual.need(),
                usual.equipment(),
                usual.workerRisks(),
                usual.training(),
                usual.welsh(),
                usual.textLanguage(),
                usual.coverNow(),
                usual.startEarliest(),
                usual.startLatest(),
                usual.rateFloor(),
                usual.rateCeiling(),
                usual.hours(),
                weights,
                usual.weightSet(),
                usual.urgent(),
                usual.publishedAt(),
                usual.questionsUntil(),
                usual.deadline(),
                usual.heldUntil(),
                usual.closed(),
                usual.lines());
    }

    /** Declared yesterday; minutes a week of mornings with one worker and of bedtimes with two, in newtown. */
    public static Supplier.Spare spare(Freshness freshness, int mornings, int bedtimes) {
        int[] slots = new int[Supplier.Spare.SLOTS];
        slots[Supplier.Spare.index(PartOfDay.MORNING, 1)] = mornings;
        slots[Supplier.Spare.index(PartOfDay.BED, 2)] = bedtimes;
        return new Supplier.Spare(freshness, START.minusDays(1), Map.of("newtown", slots));
    }
}
