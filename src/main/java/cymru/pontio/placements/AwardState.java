package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertStatus;
import cymru.pontio.bidding.RankedBid;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the award of a package stands.
 *
 * @param round the latest round of bids
 * @param decidable its deadline has passed and nobody has decided
 * @param awards latest first
 * @param callsLeft a call that no provider gives or will give
 */
public record AwardState(
        PackageFacts facts,
        @Nullable AdvertFacts round,
        boolean decidable,
        List<Choice> choices,
        List<AwardView> awards,
        boolean callsLeft) {

    /** @param top no better bid stands */
    public record Choice(RankedBid bid, boolean top, Money cost, Money plan) {
        public boolean abovePlan() {
            return cost.isMoreThan(plan);
        }
    }

    /** Nothing can be chosen now, whoever bid. */
    public boolean closed() {
        return taken() || facts.onHold();
    }

    /** An award waits for somebody: nothing else can be chosen. */
    public boolean taken() {
        return awards.stream().anyMatch(award -> award.status().open());
    }

    /** The last offer came to nothing and nobody moved up by itself. */
    public boolean toDecide() {
        return decidable && !closed() && !awards.isEmpty();
    }

    /** And there is nobody to choose: what is left is to close the round. */
    public boolean nobodyLeft() {
        return toDecide() && choices.stream().noneMatch(choice -> choice.bid().selectable());
    }

    public boolean mayAwardDirectly() {
        return !closed()
                && callsLeft
                && facts.status().waiting()
                && (round == null || round.status() != AdvertStatus.OPEN);
    }
}
