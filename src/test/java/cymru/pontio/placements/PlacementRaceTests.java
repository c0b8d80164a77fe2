package cymru.pontio.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.Adverts;
import cymru.pontio.bidding.Bids;
import cymru.pontio.bidding.WithdrawalReason;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.providers.embargo.EmbargoExamples;
import cymru.pontio.providers.embargo.EmbargoRef;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two at once: one of them wins, the other is told, and nothing is half done. */
@PontioTest
class PlacementRaceTests {
    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    AwardProposals proposals;

    @Autowired
    DirectAwards directs;

    @Autowired
    Awards awards;

    @Autowired
    Offers offers;

    @Autowired
    Revocations revocations;

    @Autowired
    OfferClock clock;

    @Autowired
    Adverts adverts;

    @Autowired
    Bids bids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EmbargoExamples embargoes;

    @Autowired
    JdbcClient jdbc;

    @RepeatedTest(3)
    void twoAwardsOfOnePackage() throws Exception {
        PlacementExamples.Round round = examples.round(county);
        List<Object> ends = race(
                () -> proposals.propose(county.broker(), round.carePackage().ref(), round.best(), ""),
                () -> proposals.propose(
                        county.otherBroker(), round.carePackage().ref(), round.second(), "Knows the valley"));
        assertThat(ends).filteredOn(AwardRef.class::isInstance).hasSize(1);
        assertThat(ends)
                .filteredOn(RuleBroken.class::isInstance)
                .singleElement()
                .satisfies(lost -> assertThat(((RuleBroken) lost).messageKey()).isEqualTo("placements.error.tooLate"));
    }

    /**
     * The award takes the package before the round; so must whoever ends the round. Seeded fault: end the round before the
     * package is held, and PostgreSQL ends one of the two as a deadlock, which is neither an answer nor a sentence.
     */
    @RepeatedTest(5)
    void anAwardAndTheEndOfItsRound() throws Exception {
        PlacementExamples.Round round = examples.round(county);
        List<Object> ends = race(
                () -> proposals.propose(county.broker(), round.carePackage().ref(), round.best(), ""), () -> {
                    adverts.cancel(county.otherBroker(), round.advert().id(), "Wrong calls");
                    return "cancelled";
                });
        RuleBroken lost = theOneRefused(ends);
        if (ends.contains("cancelled"))
            assertThat(lost.args()).contains("CANCELLED", county.otherBroker().name());
        else assertThat(lost.messageKey()).isEqualTo("adverts.error.decided");
    }

    /** Seeded fault: end a round whatever was decided on its bids, and both are done. */
    @RepeatedTest(3)
    void anAwardAndNoSuitableBid() throws Exception {
        PlacementExamples.Round round = examples.round(county);
        List<Object> ends = race(
                () -> proposals.propose(county.broker(), round.carePackage().ref(), round.best(), ""), () -> {
                    adverts.noSuitableBid(county.otherBroker(), round.advert().id(), "Too far");
                    return "ended";
                });
        RuleBroken lost = theOneRefused(ends);
        if (!ends.contains("ended")) assertThat(lost.messageKey()).isEqualTo("adverts.error.decided");
    }

    private static RuleBroken theOneRefused(List<Object> ends) {
        assertThat(ends)
                .as("%s", ends)
                .hasSize(2)
                .filteredOn(RuleBroken.class::isInstance)
                .hasSize(1);
        return (RuleBroken)
                ends.stream().filter(RuleBroken.class::isInstance).findFirst().orElseThrow();
    }

    /**
     * A bid may be taken back until the deadline and chosen after it: whoever of the two is first at the round's row
     * wins, and the other is told.
     */
    @RepeatedTest(8)
    void aWithdrawalAndTheAwardOfItsBidAtTheDeadline() throws Exception {
        PlacementExamples.Round round = examples.open(county);
        examples.deadline(round.advert(), 40);
        List<Object> ends = race(
                () -> {
                    Thread.sleep(38);
                    bids.withdraw(county.providerA(), round.best(), WithdrawalReason.NO_CAPACITY);
                    return "withdrawn";
                },
                () -> {
                    Thread.sleep(41);
                    return proposals.propose(
                            county.broker(), round.carePackage().ref(), round.best(), "");
                });
        List<Object> lost = ends.stream().filter(RuleBroken.class::isInstance).toList();
        assertThat(lost).as("%s", ends).hasSize(1);
        String stands = jdbc.sql("select status from bidding.bid where ref = ?")
                .param(round.best().value())
                .query(String.class)
                .single();
        RuleBroken sentence = (RuleBroken) lost.getFirst();
        if (ends.contains("withdrawn")) {
            assertThat(stands).isEqualTo("WITHDRAWN");
            assertThat(sentence.messageKey()).isIn("bidding.error.withdrawn", "adverts.error.stillOpen");
        } else {
            assertThat(stands).isEqualTo("SELECTED");
            assertThat(sentence.messageKey()).isEqualTo("adverts.error.closed");
        }
    }

    /**
     * A withdrawal that began before the deadline and ends after it counts; the award waits for it. Seeded fault: look at
     * the deadline without holding the round, and a bid is chosen that its provider has taken back.
     */
    @Test
    void anAwardWaitsForAWithdrawalThatBeganInTime() throws Exception {
        PlacementExamples.Round round = examples.open(county);
        examples.deadline(round.advert(), 300);
        List<Object> ends = race(
                () -> transaction.execute(status -> {
                    bids.withdraw(county.providerA(), round.best(), WithdrawalReason.NO_CAPACITY);
                    pause(700);
                    return "withdrawn";
                }),
                () -> {
                    pause(400);
                    return proposals.propose(
                            county.broker(), round.carePackage().ref(), round.best(), "");
                });
        assertThat(ends).contains("withdrawn");
        assertThat(ends)
                .filteredOn(RuleBroken.class::isInstance)
                .singleElement()
                .satisfies(lost -> assertThat(((RuleBroken) lost).messageKey()).isEqualTo("bidding.error.withdrawn"));
        assertThat(bids.opened(county.broker(), round.advert().id()))
                .noneMatch(bid -> bid.ref().equals(round.best()));
    }

    @Test
    void whoChoosesABidThatWasTakenBackLearnsWhoTookItAndWhen() {
        PlacementExamples.Round round = examples.open(county);
        bids.withdraw(county.providerA(), round.best(), WithdrawalReason.NO_CAPACITY);
        examples.close(round.advert());
        assertThatThrownBy(() ->
                        proposals.propose(county.broker(), round.carePackage().ref(), round.best(), ""))
                .isInstanceOfSatisfying(RuleBroken.class, told -> {
                    assertThat(told.messageKey()).isEqualTo("bidding.error.withdrawn");
                    assertThat(told.args()[0]).isEqualTo("Aderyn Care");
                    assertThat(told.args()[1]).isInstanceOf(Instant.class);
                });
    }

    @RepeatedTest(3)
    void twoDirectAwardsOfOnePackage() throws Exception {
        PackageFacts facts = examples.approved(county);
        List<Object> ends = race(
                () -> directs.propose(county.broker(), facts.ref(), PlacementExamples.terms(facts, county.providerA())),
                () -> directs.propose(
                        county.otherBroker(), facts.ref(), PlacementExamples.terms(facts, county.providerB())));
        assertThat(ends).filteredOn(AwardRef.class::isInstance).hasSize(1);
        assertThat(ends).filteredOn(RuleBroken.class::isInstance).hasSize(1);
    }

    @RepeatedTest(3)
    void twoAcceptancesOfOneOffer() throws Exception {
        AwardRef award = examples.offered(county, examples.approved(county), county.providerA());
        List<Object> ends = race(
                () -> offers.accept(county.providerA(), award, Confirmation.NONE),
                () -> offers.accept(county.providerA(), award, Confirmation.NONE));
        assertThat(ends).filteredOn(PlacementRef.class::isInstance).hasSize(1);
        assertThat(ends)
                .filteredOn(RuleBroken.class::isInstance)
                .singleElement()
                .satisfies(lost -> assertThat(((RuleBroken) lost).args())
                        .contains("ACCEPTED", county.providerA().name()));
    }

    /** Whichever comes first, nobody keeps a placement of a revoked award, nor the sight of the person. */
    @RepeatedTest(3)
    void acceptanceAndRevocation() throws Exception {
        AwardRef award = examples.offered(county, examples.approved(county), county.providerA());
        revocations.ask(county.commissioner(), award, "Wrong provider");
        List<Object> ends = race(() -> offers.accept(county.providerA(), award, Confirmation.NONE), () -> {
            revocations.approve(county.otherCommissioner(), award);
            return "revoked";
        });
        assertThat(ends).contains("revoked");
        assertThat(status(award)).isEqualTo("REVOKED");
        assertThat(jdbc.sql("""
                        select count(*) from placements.placement p join placements.award a on a.id = p.award_id
                        join placements.identity_release r on r.placement_id = p.id
                        where a.ref = ? and (p.status <> 'REVOKED' or r.ended_at is null)""").param(award.value()).query(Integer.class).single())
                .isZero();
    }

    @RepeatedTest(3)
    void acceptanceAndTheClock() throws Exception {
        AwardRef award = examples.offered(county, examples.approved(county), county.providerA());
        jdbc.sql(
                        "update placements.award set respond_by = clock_timestamp() + interval '30 milliseconds' where ref = ?")
                .param(award.value())
                .update();
        List<Object> ends = race(() -> offers.accept(county.providerA(), award, Confirmation.NONE), () -> {
            Thread.sleep(35);
            clock.sweep();
            return "swept";
        });
        boolean accepted = ends.stream().anyMatch(PlacementRef.class::isInstance);
        assertThat(status(award)).isEqualTo(accepted ? "ACCEPTED" : "EXPIRED");
    }

    /** Either the work was accepted before it was stopped, or it was not; nothing in between. */
    @RepeatedTest(5)
    void acceptanceAndEmbargo() throws Exception {
        AwardRef award = examples.offered(county, examples.approved(county), county.providerB());
        try {
            List<Object> ends = race(
                    () -> offers.accept(county.providerB(), award, Confirmation.NONE),
                    () -> embargoes.impose(county, county.providerB()));
            assertThat(ends.getLast()).isInstanceOf(EmbargoRef.class);
            if (ends.getFirst() instanceof RuleBroken lost) {
                assertThat(lost.messageKey()).isEqualTo("placements.standing.embargo");
                assertThat(status(award)).isEqualTo("OFFERED");
            } else {
                assertThat(status(award)).isEqualTo("ACCEPTED");
            }
        } finally {
            embargoes.free(county, county.providerB());
        }
    }

    @RepeatedTest(3)
    void approvalAndRefusal() throws Exception {
        AwardRef award = examples.proposed(county, examples.approved(county), county.providerA());
        List<Object> ends = race(
                () -> {
                    awards.approve(county.commissioner(), award);
                    return "OFFERED";
                },
                () -> {
                    awards.refuse(county.otherCommissioner(), award, "Too dear");
                    return "REFUSED";
                });
        assertThat(ends).filteredOn(String.class::isInstance).containsExactly(status(award));
        assertThat(ends).filteredOn(RuleBroken.class::isInstance).hasSize(1);
    }

    private String status(AwardRef award) {
        return jdbc.sql("select status from placements.award where ref = ?")
                .param(award.value())
                .query(String.class)
                .single();
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Object> race(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Object> ends = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> both = new ArrayList<>();
            for (Callable<?> verb : List.of(one, other)) both.add(threads.submit(() -> end(start, verb)));
            for (Future<Object> end : both) ends.add(end.get());
        }
        return ends;
    }

    private static Object end(CyclicBarrier start, Callable<?> verb) throws Exception {
        start.await();
        try {
            return verb.call();
        } catch (RuleBroken refused) {
            return refused;
        }
    }
}
