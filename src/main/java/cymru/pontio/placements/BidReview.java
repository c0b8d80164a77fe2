package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.bidding.RankedBid;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What it would mean to award to a bid.
 *
 * @param hours of the calls it offers
 * @param cost in fifty-two weeks at its rate
 * @param plan the same calls at the standard rate
 * @param startPassed its provider would have begun on a day that is over
 */
public record BidReview(
        PackageFacts facts,
        AdvertFacts advert,
        RankedBid bid,
        boolean top,
        WeeklyHours hours,
        Money cost,
        Money plan,
        boolean startPassed,
        List<Line> lines) {

    /** @param from the provider's own window, where it offers another */
    public record Line(
            AdvertLine asked,
            boolean offered,
            @Nullable LocalTime from,
            @Nullable LocalTime until) {}

    static BidReview of(
            PackageFacts facts,
            AdvertFacts advert,
            RankedBid bid,
            boolean top,
            AwardTerms terms,
            Money plan,
            LocalDate today) {
        List<Line> lines =
                advert.lines().stream().map(asked -> line(asked, bid)).toList();
        return new BidReview(
                facts,
                advert,
                bid,
                top,
                terms.hours(facts),
                terms.costAYear(facts),
                plan,
                bid.start().isBefore(today),
                lines);
    }

    public Set<SecondPerson.Cause> causes() {
        return SecondPerson.causes(top, false, bid.exceptional() != null, cost, plan);
    }

    /** Calls nobody would have after this award. */
    public long left() {
        return lines.stream().filter(line -> !line.offered()).count();
    }

    private static Line line(AdvertLine asked, RankedBid bid) {
        return bid.lines().stream()
                .filter(line -> line.advertLine().equals(asked.id()))
                .findFirst()
                .map(line -> new Line(asked, true, line.from(), line.until()))
                .orElse(new Line(asked, false, null, null));
    }
}
