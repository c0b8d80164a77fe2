package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.carepackages.Training;
import cymru.pontio.matching.Eligibility.Reason;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderView;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The hard rules. Each stands by itself, so that a provider who breaks several is told of all of them at once. */
final class EligibilityPolicy {
    @FunctionalInterface
    private interface Rule {
        Stream<Reason> broken(AdvertFacts advert, ProviderView provider, LocalDate on);
    }

    private static final List<Rule> RULES = List.of(
            EligibilityPolicy::isAccredited,
            EligibilityPolicy::isNotEmbargoed,
            EligibilityPolicy::isLetInForTheLot,
            EligibilityPolicy::coversTheLocality,
            EligibilityPolicy::sendsTwoWorkersWhereNeeded,
            EligibilityPolicy::isTrained,
            EligibilityPolicy::speaksWelshWhereNeeded);

    private EligibilityPolicy() {}

    static Eligibility decide(AdvertFacts advert, ProviderView provider, LocalDate on) {
        List<Reason> reasons = RULES.stream()
                .flatMap(rule -> rule.broken(advert, provider, on))
                .toList();
        return reasons.isEmpty() ? new Eligibility.Eligible() : new Eligibility.Refused(reasons);
    }

    private static Stream<Reason> isAccredited(AdvertFacts advert, ProviderView provider, LocalDate on) {
        if (provider.accredited(on)) return Stream.empty();
        LocalDate last = provider.accreditedUntil();
        return Stream.of(
                last == null
                        ? new Reason("matching.reason.accreditation", List.of())
                        : new Reason("matching.reason.lapsed", List.of(noon(last))));
    }

    private static Stream<Reason> isNotEmbargoed(AdvertFacts advert, ProviderView provider, LocalDate on) {
        return brokenUnless(provider.embargo() == Embargo.NONE, "matching.reason.embargo");
    }

    /** Who was never let in at all has been told so. */
    private static Stream<Reason> isLetInForTheLot(AdvertFacts advert, ProviderView provider, LocalDate on) {
        if (provider.accreditedUntil() == null || provider.lots().contains(advert.lot())) return Stream.empty();
        return Stream.of(new Reason(
                "matching.reason.lot",
                List.of(new DefaultMessageSourceResolvable(
                        "providers.Lot." + advert.lot().name()))));
    }

    private static Stream<Reason> coversTheLocality(AdvertFacts advert, ProviderView provider, LocalDate on) {
        return brokenUnless(provider.covers(advert.locality()), "matching.reason.patch");
    }

    private static Stream<Reason> sendsTwoWorkersWhereNeeded(AdvertFacts advert, ProviderView provider, LocalDate on) {
        boolean needed = advert.lines().stream().anyMatch(line -> line.workers() > 1);
        return brokenUnless(!needed || provider.doubleHanded(), "matching.reason.doubleHanded");
    }

    private static Stream<Reason> isTrained(AdvertFacts advert, ProviderView provider, LocalDate on) {
        return advert.training().stream()
                .sorted()
                .filter(need -> !provider.training().contains(need.name()))
                .map(need -> new Reason("matching.reason.training", List.of(label(need))));
    }

    private static Stream<Reason> speaksWelshWhereNeeded(AdvertFacts advert, ProviderView provider, LocalDate on) {
        return brokenUnless(!advert.welsh().equals("NEED") || provider.welsh(), "matching.reason.welsh");
    }

    private static Stream<Reason> brokenUnless(boolean kept, String messageKey) {
        return kept ? Stream.empty() : Stream.of(new Reason(messageKey, List.of()));
    }

    /** So that it is this day in whatever zone the words are made. */
    private static Date noon(LocalDate day) {
        return Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    /** Put into words when the sentence is, in the language of whoever reads it. */
    private static DefaultMessageSourceResolvable label(Training need) {
        return new DefaultMessageSourceResolvable("carepackages.Training." + need.name());
    }
}
