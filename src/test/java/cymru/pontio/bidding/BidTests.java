package cymru.pontio.bidding;

import static cymru.pontio.bidding.BidStatus.SELECTED;
import static cymru.pontio.bidding.BidStatus.SET_ASIDE;
import static cymru.pontio.bidding.BidStatus.SUBMITTED;
import static cymru.pontio.bidding.BidStatus.SUCCESSFUL;
import static cymru.pontio.bidding.BidStatus.UNSUCCESSFUL;
import static cymru.pontio.bidding.BidStatus.WITHDRAWN;
import static cymru.pontio.matching.MatchingExamples.BED;
import static cymru.pontio.matching.MatchingExamples.MORNING;
import static cymru.pontio.matching.MatchingExamples.advert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BidTests {
    private static final Instant NOW = Instant.parse("2027-02-20T10:00:00Z");
    private static final Actor MANAGER = new Actor(
            UUID.randomUUID(), "M", UUID.randomUUID(), "An agency", null, Set.of(Role.PROVIDER_MANAGER), null);

    private final AdvertFacts advert = advert();

    /** What each verb needs and makes; every other status refuses it. */
    private enum Verb {
        AMEND(
                bid -> bid.amend(MANAGER, advert(), BidExamples.terms(advert(), "26"), NOW),
                Map.of(SUBMITTED, SUBMITTED)),
        WITHDRAW(bid -> bid.withdraw(MANAGER, WithdrawalReason.MISTAKE, NOW), Map.of(SUBMITTED, WITHDRAWN)),
        SET_ASIDE_(Bid::setAside, Map.of(SUBMITTED, SET_ASIDE)),
        SELECT(Bid::select, Map.of(SUBMITTED, SELECTED)),
        PASS_OVER(Bid::passOver, Map.of(SELECTED, UNSUCCESSFUL, SUCCESSFUL, UNSUCCESSFUL)),
        WIN(Bid::win, Map.of(SELECTED, SUCCESSFUL)),
        LOSE(Bid::lose, Map.of(SUBMITTED, UNSUCCESSFUL));

        private final Consumer<Bid> act;
        private final Map<BidStatus, BidStatus> moves;

        Verb(Consumer<Bid> act, Map<BidStatus, BidStatus> moves) {
            this.act = act;
            this.moves = moves;
        }
    }

    /** Seeded fault: take a window with one end. */
    @Test
    void aWindowHasTwoEnds() {
        assertThatThrownBy(() -> new BidLine(BED, LocalTime.of(20, 0), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BidLine(BED, null, LocalTime.of(21, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesTheListedMovesAndNoOthers() {
        for (Verb verb : Verb.values()) {
            inEveryStatus().forEach((status, bid) -> {
                BidStatus next = verb.moves.get(status);
                if (next == null) {
                    assertThatThrownBy(() -> verb.act.accept(bid))
                            .as(verb + " " + status)
                            .isInstanceOf(RuleBroken.class);
                    assertThat(bid.status()).isEqualTo(status);
                } else {
                    verb.act.accept(bid);
                    assertThat(bid.status()).as(verb + " " + status).isEqualTo(next);
                }
            });
        }
    }

    @Test
    void recordsWhoWithdrewItWhenAndWhy() {
        Bid bid = submitted();
        bid.withdraw(MANAGER, WithdrawalReason.NO_CAPACITY, NOW);
        assertThat(bid.withdrawal()).isEqualTo(new Withdrawal(MANAGER.userId(), NOW, WithdrawalReason.NO_CAPACITY));
    }

    @Test
    void saysWhatItsLinesAmountTo() {
        BidLine other = new BidLine(BED, LocalTime.of(20, 0), LocalTime.of(21, 0));
        assertThat(Coverage.of(List.of(BidLine.asAsked(MORNING), BidLine.asAsked(BED)), 2))
                .isEqualTo(Coverage.ALL);
        assertThat(Coverage.of(List.of(BidLine.asAsked(MORNING)), 2)).isEqualTo(Coverage.SOME);
        assertThat(Coverage.of(List.of(BidLine.asAsked(MORNING), other), 2)).isEqualTo(Coverage.OTHER_WINDOWS);
    }

    private Bid submitted() {
        return Bid.submit(BidRef.random(new Random(7)), MANAGER, advert, BidExamples.terms(advert, "25"), NOW);
    }

    private Map<BidStatus, Bid> inEveryStatus() {
        Map<BidStatus, Bid> bids = new EnumMap<>(BidStatus.class);
        for (BidStatus status : BidStatus.values()) {
            Bid bid = submitted();
            switch (status) {
                case SUBMITTED -> {}
                case WITHDRAWN -> bid.withdraw(MANAGER, WithdrawalReason.OTHER, NOW);
                case SET_ASIDE -> bid.setAside();
                case SELECTED -> bid.select();
                case SUCCESSFUL -> {
                    bid.select();
                    bid.win();
                }
                case UNSUCCESSFUL -> bid.lose();
            }
            bids.put(status, bid);
        }
        return bids;
    }
}
