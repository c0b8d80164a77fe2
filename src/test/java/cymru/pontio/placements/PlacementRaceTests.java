package cymru.pontio.placements;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.embargo.EmbargoExamples;
import cymru.pontio.providers.embargo.EmbargoRef;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        List<Object> ends =
                race(() -> offers.accept(county.providerA(), award), () -> offers.accept(county.providerA(), award));
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
        List<Object> ends = race(() -> offers.accept(county.providerA(), award), () -> {
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
        List<Object> ends = race(() -> offers.accept(county.providerA(), award), () -> {
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
                    () -> offers.accept(county.providerB(), award), () -> embargoes.impose(county, county.providerB()));
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
