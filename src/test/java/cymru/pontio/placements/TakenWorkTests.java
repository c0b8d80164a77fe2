package cymru.pontio.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertReach;
import cymru.pontio.bidding.BidExamples;
import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.Rule;
import cymru.pontio.matching.Suitabilities;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the council takes from a provider is not given back to it; who gave notice itself may be asked again. */
@PontioTest
class TakenWorkTests {
    @Autowired
    private PlacementExamples examples;

    @Autowired
    private AdvertExamples rounds;

    @Autowired
    private BidExamples bids;

    @Autowired
    private AdvertReach reach;

    @Autowired
    private Endings endings;

    @Autowired
    private DirectAwards direct;

    @Autowired
    private Clock clock;

    @Autowired
    private Suitabilities suitabilities;

    @Autowired
    private County county;

    private LocalDate today;
    private PlacementExamples.Accepted live;

    @BeforeEach
    void caredForByA() {
        today = Zone.dayOf(clock.instant());
        live = examples.live(county, today.minusDays(8));
    }

    /** Seeded faults, each by itself: leave the one package out of matching; of whom a round is shown to; of direct awards. */
    @Test
    void theProviderThatIsLeftIsOfferedThePackageByNobody() {
        endings.end(county.broker(), live.ref(), CareEnd.TRANSFER, "She asks for another", today.plusDays(28));
        refused("placements.standing.taken", () -> propose(county.providerA()));
        AdvertFacts round = rounds.publish(county, live.carePackage());
        assertThat(reached(round, county.providerA())).isFalse();
        assertThat(reached(round, county.providerB())).isTrue();
        assertThatThrownBy(() -> bids.submit(county.providerA(), round, "23.50"))
                .isInstanceOf(NotFound.class);
        assertThat(barred(county.providerA())).isTrue();
        assertThat(barred(county.providerB())).isFalse();
        bids.submit(county.providerB(), round, "23.50");
    }

    @Test
    void whoGaveNoticeMayBeAskedAgain() {
        endings.handBack(county.providerA(), live.ref(), HandbackReason.RATE, "", today.plusDays(28));
        AdvertFacts round = rounds.publish(county, live.carePackage());
        assertThat(reached(round, county.providerA())).isTrue();
        bids.submit(county.providerA(), round, "25.50");
    }

    @Test
    void anotherPackageIsNotTakenWithIt() {
        endings.end(county.broker(), live.ref(), CareEnd.TRANSFER, "She asks for another", today.plusDays(28));
        examples.proposed(county, examples.approved(county), county.providerA());
    }

    private void propose(Actor provider) {
        DirectAwards.Terms terms = PlacementExamples.terms(live.carePackage(), provider);
        direct.propose(
                county.broker(),
                live.carePackage().ref(),
                new DirectAwards.Terms(
                        terms.provider(), terms.rate(), today.plusDays(29), terms.reason(), terms.why()));
    }

    private boolean reached(AdvertFacts round, Actor provider) {
        return reach.of(round.ref()).orElseThrow().providers().contains(provider.organisation());
    }

    private boolean barred(Actor provider) {
        return suitabilities
                .market()
                .judge(suitabilities.work(live.carePackage().id()))
                .stream()
                .anyMatch(one ->
                        one.supplier().provider().id().equals(provider.organisation()) && one.breaks(Rule.NOT_LEAVING));
    }

    private static void refused(String key, Runnable verb) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, told -> assertThat(told.messageKey()).isEqualTo(key));
    }
}
