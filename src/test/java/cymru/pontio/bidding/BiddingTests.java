package cymru.pontio.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.Criterion;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.Eligibility.Reason;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.people.PersonRef;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.providers.embargo.EmbargoExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class BiddingTests {
    @Autowired
    Bids bids;

    @Autowired
    BidRepository repository;

    @Autowired
    BidExamples examples;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    Declines declines;

    @Autowired
    Continuity continuity;

    @Autowired
    PlacementExamples placements;

    @Autowired
    PeopleExamples people;

    @Autowired
    Clock clock;

    @Autowired
    EmbargoExamples embargoes;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    /** Seeded fault: say of whatever PostgreSQL refuses that there is a bid already. */
    @Test
    void whatIsNoSecondBidIsNotCalledOne() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef taken = examples.submit(county.providerA(), advert, "24.00");
        Bid other = Bid.submit(taken, county.providerB(), advert, BidExamples.terms(advert, "25.00"), repository.now());
        assertThatThrownBy(() -> repository.keep(other)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void keepsBidsSealedUntilTheDeadlineWhoeverAsks() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerA(), advert, "24.51");
        for (Actor council : List.of(county.broker(), county.commissioner())) {
            assertThatThrownBy(() -> bids.opened(council, advert.id())).isInstanceOf(RuleBroken.class);
        }
        for (Actor other :
                List.of(county.providerA(), county.providerB(), county.auditor(), county.manager(), county.admin())) {
            assertThatThrownBy(() -> bids.opened(other, advert.id())).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> bids.view(county.providerB(), ref)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bids.view(county.broker(), ref)).isInstanceOf(NotFound.class);
        assertThat(bids.view(county.providerA(), ref).terms().rate()).hasToString("24.51");
    }

    @Test
    void tellsTheAuditNeitherRateNorAdvertWhileSealed() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerA(), advert, "24.52");
        bids.amend(county.providerA(), ref, BidExamples.terms(advert, "24.53"), 0);
        List<String> entries = jdbc.sql(
                        "select action || subject || coalesce(reason, '') || facts from audit.entry where subject = ?")
                .param(ref.value())
                .query(String.class)
                .list();
        assertThat(entries)
                .hasSize(2)
                .noneMatch(text ->
                        text.contains("24.5") || text.contains(advert.ref().value()));
    }

    @Test
    void refusesASecondLiveBidOfTheSameProvider() {
        AdvertFacts advert = adverts.open(county, "newtown");
        examples.submit(county.providerA(), advert, "25.00");
        assertThatThrownBy(() -> examples.submit(county.providerA(), advert, "24.00"))
                .isInstanceOfSatisfying(
                        RuleBroken.class, rule -> assertThat(rule.messageKey()).isEqualTo("bidding.error.alreadyBid"));
    }

    /** Seeded fault: leave it to the index bid_one_live, which comes after all reasons. */
    @Test
    void whoHasBidIsToldSoWhateverHasHappenedSince() {
        AdvertFacts advert = adverts.open(county, "newtown");
        examples.submit(county.providerB(), advert, "25.00");
        embargo(county.providerB(), "NEW_WORK");
        try {
            assertThatThrownBy(() -> bids.submit(county.providerB(), advert.ref(), BidExamples.terms(advert, "24.00")))
                    .hasMessage("bidding.error.alreadyBid");
        } finally {
            embargo(county.providerB(), "NONE");
        }
    }

    /** Seeded fault: drop the index bid_one_live, and both get through. */
    @Test
    void letsOneOfTwoSubmissionsAtOnceThrough() throws Exception {
        for (int round = 0; round < 8; round++) {
            AdvertFacts advert = adverts.open(county, "newtown");
            List<Object> answers = atOnce(
                    () -> examples.submit(county.providerA(), advert, "25.00"),
                    () -> examples.submit(county.providerA(), advert, "24.00"));
            assertThat(answers).filteredOn(BidRef.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(RuleBroken.class::isInstance).hasSize(1);
        }
    }

    @Test
    void freesTheSlotWhenABidIsWithdrawn() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef first = examples.submit(county.providerA(), advert, "25.00");
        bids.withdraw(county.providerA(), first, WithdrawalReason.MISTAKE);
        BidRef second = examples.submit(county.providerA(), advert, "24.00");
        adverts.close(advert);
        assertThat(bids.opened(county.broker(), advert.id()))
                .extracting(RankedBid::ref)
                .containsExactly(second);
    }

    @Test
    void keepsEveryRevisionAndRefusesAnOldPage() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerA(), advert, "25.00");
        UUID lunch = advert.lines().get(1).id();
        BidTerms other = new BidTerms(
                cymru.pontio.kernel.Money.of("24.00"),
                advert.startEarliest().plusDays(2),
                List.of(new BidLine(lunch, LocalTime.of(13, 0), LocalTime.of(14, 0))),
                false,
                "Nodyn",
                "cy");
        assertThat(bids.amend(county.providerA(), ref, other, 0)).isEqualTo(new Submission.Accepted(ref));
        BidView now = bids.view(county.providerA(), ref);
        assertThat(now.terms()).isEqualTo(other);
        assertThat(now.coverage()).isEqualTo(Coverage.OTHER_WINDOWS);
        assertThatThrownBy(() -> bids.amend(county.providerA(), ref, other, 0)).isInstanceOf(RuleBroken.class);
        assertThat(revisions(ref)).containsExactly("25.00", "24.00");
    }

    @Test
    void refusesEverythingAfterTheDeadline() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerA(), advert, "25.00");
        adverts.close(advert);
        assertThatThrownBy(() -> bids.amend(county.providerA(), ref, BidExamples.terms(advert, "24.00"), 0))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> bids.withdraw(county.providerA(), ref, WithdrawalReason.OTHER))
                .isInstanceOf(RuleBroken.class);
        assertThat(catchThrowable(() -> examples.submit(county.providerB(), advert, "24.00")))
                .isInstanceOfAny(RuleBroken.class, NotFound.class);
        assertThat(bids.opened(county.broker(), advert.id()))
                .extracting(RankedBid::rate)
                .hasToString("[25.00]");
    }

    /** Seeded fault: ask the deadline before the lock, and a bid is accepted that the opening never sees. */
    @Test
    void eitherRefusesABidThatRacesTheDeadlineOrOpensIt() throws Exception {
        for (int round = 0; round < 8; round++) {
            AdvertFacts advert = adverts.open(county, "newtown");
            List<Object> answers = atOnce(
                    () -> examples.submit(county.providerA(), advert, "25.00"),
                    () -> examples.submit(county.providerB(), advert, "26.00"),
                    () -> {
                        adverts.close(advert);
                        return bids.opened(county.broker(), advert.id());
                    });
            List<?> accepted = answers.stream().filter(BidRef.class::isInstance).toList();
            assertThat(bids.opened(county.broker(), advert.id()))
                    .extracting(RankedBid::ref)
                    .containsExactlyInAnyOrderElementsOf(
                            accepted.stream().map(BidRef.class::cast).toList());
        }
    }

    @Test
    void opensOnceAndNeverChangesItsMind() throws Exception {
        AdvertFacts advert = adverts.open(county, "newtown");
        examples.submit(county.providerB(), advert, "22.71");
        examples.submit(county.providerA(), advert, "24.50");
        adverts.close(advert);
        List<Object> answers = atOnce(
                () -> bids.opened(county.broker(), advert.id()), () -> bids.opened(county.commissioner(), advert.id()));
        assertThat(answers.getFirst())
                .isEqualTo(answers.getLast())
                .isEqualTo(bids.opened(county.otherBroker(), advert.id()));
        List<RankedBid> ranked = bids.opened(county.broker(), advert.id());
        assertThat(ranked)
                .extracting(RankedBid::provider)
                .containsExactly(
                        county.providerA().organisation(), county.providerB().organisation());
        assertThat(ranked.getFirst()
                        .score()
                        .points()
                        .get(Criterion.PRICE.ordinal())
                        .points())
                .isEqualTo("27.808");
        assertThat(ranked.getFirst().score().total()).isEqualTo("89.808");
        assertThat(ranked).allMatch(RankedBid::selectable);
    }

    @Test
    void opensARoundNobodyBidFor() {
        AdvertFacts advert = adverts.closed(county, "newtown");
        assertThat(bids.opened(county.broker(), advert.id())).isEmpty();
    }

    @Test
    void refusesAProviderWithAllReasonsAtOnce() {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(bids.invitation(county.providerC(), advert.ref()))
                .isInstanceOfSatisfying(
                        Invitation.NotEligible.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::messageKey)
                                .containsExactly("matching.reason.doubleHanded"));
        assertThat(bids.submit(county.providerC(), advert.ref(), BidExamples.terms(advert, "25.00")))
                .isInstanceOf(Submission.NotEligible.class);
    }

    @Test
    void refusesAProviderWhoseEmbargoCameBetweenFormAndBidAndSetsAsideWhatItHadBid() {
        AdvertFacts advert = adverts.open(county, "newtown");
        AdvertFacts second = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerB(), advert, "25.00");
        embargo(county.providerB(), "NEW_WORK");
        try {
            assertThat(bids.submit(county.providerB(), second.ref(), BidExamples.terms(second, "25.00")))
                    .isInstanceOf(Submission.NotEligible.class);
            adverts.close(advert);
            assertThat(bids.opened(county.broker(), advert.id())).isEmpty();
            assertThat(bids.view(county.providerB(), ref).status()).isEqualTo(BidStatus.SET_ASIDE);
        } finally {
            embargo(county.providerB(), "NONE");
        }
    }

    @Test
    void refusesToSelectABidWhoseProviderIsEmbargoedAfterTheOpening() {
        AdvertFacts advert = adverts.open(county, "newtown");
        examples.submit(county.providerB(), advert, "25.00");
        adverts.close(advert);
        UUID bid = bids.opened(county.broker(), advert.id()).getFirst().id();
        embargo(county.providerB(), "NEW_WORK");
        try {
            assertThat(bids.opened(county.broker(), advert.id())).noneMatch(RankedBid::selectable);
            assertThatThrownBy(() -> bids.selected(county.broker(), bid)).isInstanceOf(RuleBroken.class);
        } finally {
            embargo(county.providerB(), "NONE");
        }
    }

    @Test
    void tellsEachLoserItsPointsBesideTheWinners() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef loser = examples.submit(county.providerB(), advert, "32.14");
        BidRef winner = examples.submit(county.providerA(), advert, "22.71");
        adverts.close(advert);
        UUID best = bids.opened(county.broker(), advert.id()).getFirst().id();
        assertThat(bids.view(county.providerB(), loser).feedback()).isEmpty();
        bids.selected(county.broker(), best);
        bids.decided(county.providerA(), best);
        assertThat(bids.view(county.providerA(), winner).status()).isEqualTo(BidStatus.SUCCESSFUL);
        BidView lost = bids.view(county.providerB(), loser);
        assertThat(lost.status()).isEqualTo(BidStatus.UNSUCCESSFUL);
        assertThat(lost.feedback())
                .extracting(Feedback::criterion)
                .containsExactly(
                        Criterion.QUALITY,
                        Criterion.PRICE,
                        Criterion.START,
                        Criterion.WINDOWS,
                        Criterion.CONTINUITY,
                        Criterion.WELSH);
        assertThat(lost.feedback().get(1).own()).isEqualTo("21.198");
        assertThat(lost.feedback().get(1).winning()).isEqualTo("30.000");
    }

    @Test
    void offersTheNextBidWhenTheFirstIsPassedOver() {
        AdvertFacts advert = adverts.open(county, "newtown");
        examples.submit(county.providerB(), advert, "25.00");
        examples.submit(county.providerA(), advert, "25.00");
        adverts.close(advert);
        List<RankedBid> ranked = bids.opened(county.broker(), advert.id());
        bids.selected(county.broker(), ranked.getFirst().id());
        assertThatThrownBy(
                        () -> bids.selected(county.broker(), ranked.getFirst().id()))
                .isInstanceOf(RuleBroken.class);
        bids.passedOver(county.broker(), ranked.getFirst().id());
        assertThat(bids.opened(county.broker(), advert.id()))
                .filteredOn(RankedBid::selectable)
                .extracting(RankedBid::id)
                .containsExactly(ranked.getLast().id());
    }

    @Test
    void keepsTheAdvertsBoundsAndBothSidesOfTheDeadlineInTheDatabaseToo() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerA(), advert, "25.00");
        assertThatThrownBy(() -> change(ref, "rate = 22.70")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> change(ref, "rate = 'NaN'")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> change(ref, "amended_by = submitted_by, amended_at = now() + interval '3 days'"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("insert into bidding.opening values (?, ?, clock_timestamp(), 1)")
                        .params(advert.id().value(), county.broker().userId())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Seeded faults, each by itself: decline beside a bid; let a bid be amended by whom no work may go to. */
    @Test
    void whoBidDoesNotDeclineAndWhoMayNotHaveTheWorkDoesNotAmend() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerA(), advert, "25.00");
        assertThatThrownBy(() -> declines.decline(county.providerA(), advert.ref(), DeclineReason.RATE, ""))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("bidding.error.declineAfterBid"));
        embargoes.impose(county, county.providerA());
        try {
            assertThat(bids.amend(county.providerA(), ref, BidExamples.terms(advert, "24.00"), 0))
                    .isInstanceOf(Submission.NotEligible.class);
        } finally {
            embargoes.free(county, county.providerA());
        }
    }

    /** Seeded fault: leave the provider out of Continuity. */
    @Test
    void onlyWhoeverCaresForThePersonBringsContinuity() {
        PersonRef person = people.refOf(county.socialWorker());
        placements.live(county, person, Zone.dayOf(clock.instant()).minusDays(10));
        AdvertFacts advert = adverts.publish(county, placements.approved(county, person));
        assertThat(continuity.between(advert.id(), county.providerA().organisation()))
                .isTrue();
        assertThat(continuity.between(advert.id(), county.providerB().organisation()))
                .isFalse();
    }

    private void change(BidRef ref, String what) {
        jdbc.sql("update bidding.bid set " + what + " where ref = ?")
                .param(ref.value())
                .update();
    }

    private void embargo(Actor provider, String embargo) {
        jdbc.sql("update providers.provider set embargo = ? where id = ?")
                .params(embargo, provider.organisation())
                .update();
    }

    private List<String> revisions(BidRef ref) {
        return jdbc.sql("""
                select r.terms ->> 'rate' from bidding.bid_revision r join bidding.bid b on b.id = r.bid_id
                where b.ref = ? order by r.id""").param(ref.value()).query(String.class).list();
    }

    /** What each answered, or what it threw. */
    private static List<Object> atOnce(Callable<?>... acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        try (var threads = Executors.newFixedThreadPool(acts.length)) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> act : acts) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return act.call();
                    } catch (RuleBroken | NotFound refused) {
                        return refused;
                    }
                }));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> one : running) answers.add(one.get());
            return answers;
        }
    }
}
