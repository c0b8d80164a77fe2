package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.allocation.DirectReason;
import cymru.pontio.bidding.RankedBid;
import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be awarded to whom.
 *
 * @param chosen the bid and its round; none for a direct award
 * @param together the same for awards that stand and fall together; none for one by itself
 * @param follows the award that fell through just before, where this one moved up by itself
 */
record AwardTerms(
        @Nullable Chosen chosen,
        @Nullable DirectReason direct,
        @Nullable UUID follows,
        UUID provider,
        Money rate,
        LocalDate start,
        List<AwardLine> lines,
        @Nullable String reason,
        @Nullable UUID together) {
    private static final int WEEKS = 52;

    /** @param top no better bid stood when it was chosen */
    record Chosen(AdvertId advert, RankedBid bid, boolean top) {}

    static AwardTerms ofBid(
            AdvertId advert, RankedBid bid, boolean top, @Nullable UUID follows, @Nullable String reason) {
        List<AwardLine> lines = bid.lines().stream()
                .map(line -> new AwardLine(line.callLine(), line.from(), line.until()))
                .toList();
        return new AwardTerms(
                new Chosen(advert, bid, top),
                null,
                follows,
                bid.provider(),
                bid.rate(),
                bid.start(),
                lines,
                reason,
                null);
    }

    /** The same, standing and falling with others. */
    AwardTerms standingWith(UUID others) {
        return new AwardTerms(chosen, direct, follows, provider, rate, start, lines, reason, others);
    }

    boolean top() {
        return chosen == null || chosen.top();
    }

    WeeklyHours hours(PackageFacts facts) {
        Set<UUID> taken = lines.stream().map(AwardLine::callLine).collect(Collectors.toSet());
        List<CallLineView> calls =
                facts.lines().stream().filter(call -> taken.contains(call.id())).toList();
        return WeeklyHours.ofMinutes(
                calls.stream().mapToInt(CallLineView::userMinutes).sum(),
                calls.stream().mapToInt(CallLineView::carerMinutes).sum());
    }

    /** Pounds in fifty-two weeks: workers' hours are paid, not the person's. */
    Money costAYear(PackageFacts facts) {
        return rate.forMinutes(hours(facts).carer().minutes()).times(WEEKS);
    }
}
