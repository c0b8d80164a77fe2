package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.kernel.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a bid may say, rule by rule. The form asks them one by one; the door asks all again. */
final class BidPolicy {
    /** Later starts lose points; so late that nobody means it is a slip of the pen. */
    static final int DAYS_AFTER_LATEST_START = 28;

    /**
     * @param field of the form, beside which the sentence stands
     * @param args for ICU; dates as {@link Date}
     */
    record Mistake(String field, String messageKey, Object... args) {}

    private BidPolicy() {}

    /** @param exceptionally the most that may be bid with a reason; none where the council has not opened the way */
    static List<Mistake> mistakes(BidTerms terms, AdvertFacts advert, @Nullable Money exceptionally, LocalDate today) {
        return Stream.of(
                        rate(terms.rate(), terms.exceptional(), advert, exceptionally),
                        start(terms.start(), advert, today),
                        calls(terms.lines()),
                        welsh(terms.welshOffered(), advert))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<Mistake> rate(
            Money rate, @Nullable String reason, AdvertFacts advert, @Nullable Money exceptionally) {
        Money ceiling = advert.rateCeiling();
        Money most = exceptionally != null && exceptionally.isMoreThan(ceiling) ? exceptionally : ceiling;
        if (advert.rateFloor().isMoreThan(rate) || rate.isMoreThan(most))
            return Optional.of(new Mistake(
                    "rate", "bidding.form.rate.envelope", advert.rateFloor().toString(), most.toString()));
        if (rate.isMoreThan(ceiling) && (reason == null || reason.isBlank()))
            return Optional.of(new Mistake("exceptional", "bidding.form.exceptional.missing", ceiling.toString()));
        return Optional.empty();
    }

    static Optional<Mistake> start(LocalDate start, AdvertFacts advert, LocalDate today) {
        LocalDate first = today.isAfter(advert.startEarliest()) ? today : advert.startEarliest();
        LocalDate wanted = today.isAfter(advert.startLatest()) ? today : advert.startLatest();
        LocalDate last = wanted.plusDays(DAYS_AFTER_LATEST_START);
        if (start.isBefore(first)) return Optional.of(new Mistake("start", "bidding.form.start.early", date(first)));
        if (start.isAfter(last)) return Optional.of(new Mistake("start", "bidding.form.start.late", date(last)));
        return Optional.empty();
    }

    static Optional<Mistake> calls(List<BidLine> offered) {
        return offered.isEmpty()
                ? Optional.of(new Mistake("coverage", "bidding.form.coverage.none"))
                : Optional.empty();
    }

    /** Where the person needs Welsh, an offer without it is no offer. */
    static Optional<Mistake> welsh(boolean offered, AdvertFacts advert) {
        boolean missing = advert.welsh().equals("NEED") && !offered;
        return missing ? Optional.of(new Mistake("welsh", "bidding.form.welsh.needed")) : Optional.empty();
    }

    /** Noon, so that it is this day in whatever zone the words are made. */
    private static Date date(LocalDate day) {
        return Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }
}
