package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.kernel.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
        Stream<Mistake> others = Stream.of(
                        rate(terms.rate(), terms.exceptional(), advert, exceptionally),
                        start(terms.start(), advert, today),
                        calls(terms.lines()),
                        welsh(terms.welshOffered(), advert))
                .flatMap(Optional::stream);
        return Stream.concat(others, times(terms.lines(), advert.lines()).stream())
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

    /**
     * The time of a critical call is the person’s medicine or meal: it may be narrowed, and not moved. Who cannot come
     * then leaves the call out.
     */
    static List<Mistake> times(List<BidLine> offered, List<AdvertLine> asked) {
        return IntStream.range(0, asked.size())
                .filter(i -> asked.get(i).timeCritical())
                .filter(i -> offered.stream()
                        .anyMatch(line -> line.advertLine().equals(asked.get(i).id()) && moves(asked.get(i), line)))
                .mapToObj(i -> new Mistake(
                        "lines[" + i + "].from",
                        "bidding.form.line.critical",
                        asked.get(i).position()))
                .toList();
    }

    /** Counted from the start of the window that was asked for, so that one over midnight is a window like others. */
    private static boolean moves(AdvertLine asked, BidLine offered) {
        if (offered.from() == null || offered.until() == null || asked.from() == null || asked.until() == null)
            return false;
        int begin = after(asked.from(), offered.from());
        int end = after(asked.from(), offered.until());
        return begin > end || end > after(asked.from(), asked.until());
    }

    private static int after(LocalTime from, LocalTime time) {
        return Math.floorMod(time.toSecondOfDay() - from.toSecondOfDay(), 24 * 60 * 60);
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
