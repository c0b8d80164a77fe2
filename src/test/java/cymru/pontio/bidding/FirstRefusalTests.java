package cymru.pontio.bidding;

import static cymru.pontio.adverts.allocation.AllocationMode.DIRECT_AWARD;
import static cymru.pontio.adverts.allocation.AllocationMode.FIRST_REFUSAL;
import static cymru.pontio.adverts.allocation.AllocationMode.INHOUSE;
import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.adverts.allocation.AllocationExamples;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.embargo.EmbargoExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A patch says who is asked first: from the publication to the bids of the others. Provider A leads Machynlleth. */
@PontioTest
class FirstRefusalTests {
    @Autowired
    Bids bids;

    @Autowired
    Declines declines;

    @Autowired
    BidExamples examples;

    @Autowired
    AdvertExamples advertExamples;

    @Autowired
    AllocationExamples allocation;

    @Autowired
    EmbargoExamples embargo;

    @Autowired
    Adverts adverts;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void patches() {
        allocation.decide(county, "machynlleth", FIRST_REFUSAL, county.providerA());
    }

    /** Seeded fault: say the deadline of the round wherever bids are sealed. */
    @Test
    void saysUntilWhenABidOfTheOneAskedFirstMayBeChanged() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        Instant until = Objects.requireNonNull(
                adverts.latest(advert.carePackage()).orElseThrow().heldUntil());
        String moment = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK)
                .withZone(Zone.LONDON)
                .format(until);
        assertThat(get("/en/opportunities/" + advert.ref() + "/bids/new", county.providerA()))
                .bodyText()
                .contains("You alone until", moment + ". With your bid the round closes then");
        BidRef bid = examples.submit(county.providerA(), advert, "24.50");
        assertThat(get("/en/bids/" + bid, county.providerA())).bodyText().contains("Sealed until " + moment + ".");
        String carePackage = jdbc.sql("select package_ref from carepackages.report_sourcing where care_package_id = ?")
                .param(advert.carePackage().value())
                .query(String.class)
                .single();
        assertThat(get("/en/packages/" + carePackage + "/bids", county.broker()))
                .as("whether it has bid is not for anybody to know yet")
                .bodyText()
                .contains("or until " + moment + " if the provider that is asked first has bid by then");
        assertThat(get("/cy/packages/" + carePackage + "/bids", county.broker()))
                .bodyText()
                .contains("os bydd y darparwr sy’n cael y cynnig cyntaf");
    }

    @Test
    void onlyTheLeadSeesTheAdvertUntilItsTimeIsUp() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        String path = "/en/opportunities/" + advert.ref();
        assertThat(get(path, county.providerA())).hasStatusOk().bodyText().contains("nobody else sees this until");
        assertThat(get("/en/opportunities?area=machynlleth", county.providerA()))
                .bodyText()
                .contains(advert.ref().value(), "You first");
        for (Actor other : new Actor[] {county.providerB(), county.inhouse()}) {
            assertThat(get(path, other)).hasStatus(404);
            assertThat(get(path + "/bids/new", other)).hasStatus(404);
            assertThat(get(path + "/decline", other)).hasStatus(404);
            assertThat(mvc.post()
                            .uri(path + "/questions")
                            .with(as(other))
                            .with(csrf())
                            .param("question", "Who?"))
                    .hasStatus(404);
            assertThat(get("/en/opportunities?area=machynlleth", other))
                    .bodyText()
                    .doesNotContain(advert.ref().value());
            assertThat(get("/en/opportunities.csv", other))
                    .bodyText()
                    .doesNotContain(advert.ref().value());
        }
        assertThat(get("/en/opportunities.csv", county.providerA()))
                .bodyText()
                .contains(advert.ref().value());

        advertExamples.holdFor(advert, Duration.ofMillis(-1));
        assertThat(get(path, county.providerB())).hasStatusOk();
        assertThat(get("/en/opportunities?area=machynlleth", county.providerB()))
                .bodyText()
                .contains(advert.ref().value());
        assertThat(get(path, county.inhouse())).hasStatus(404);
        assertThat(get(path, county.providerA())).hasStatusOk().bodyText().doesNotContain("nobody else sees this");
        examples.submit(county.providerB(), advert, "24.50");
        examples.submit(county.providerA(), advert, "24.60");
    }

    @Test
    void aBidOfAnotherInTheInstantBeforeIsRefusedByTheClockOfTheDatabase() throws Exception {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        BidTerms terms = BidExamples.terms(advert, "24.50");
        advertExamples.holdFor(advert, Duration.ofMillis(1500));
        assertThatThrownBy(() -> bids.submit(county.providerB(), advert.ref(), terms))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(tx -> adverts.holdForBid(county.providerB(), advert.id())))
                .isInstanceOf(NotFound.class);
        Thread.sleep(1600);
        examples.submit(county.providerB(), advert, terms);
    }

    /** Whatever writes: the table itself refuses a bid while another is asked first. */
    @Test
    void theDatabaseRefusesABidWhileAnotherIsAskedFirst() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into bidding.bid (id, ref, advert_id, provider_id, status, rate, start_on, coverage, welsh_offered,
                            note, language, submitted_by, submitted_at)
                        values (gen_random_uuid(), 'BID-' || left(gen_random_uuid()::text, 8), ?, ?, 'SUBMITTED', 24.5,
                            '2030-03-04', 'ALL', true, '', 'en', gen_random_uuid(), clock_timestamp())""")
                        .params(advert.id().value(), county.providerB().organisation())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("first refusal");
        assertThatThrownBy(() -> jdbc.sql(
                                "update adverts.route set holds_until = holds_until + interval '1 hour' where advert_id = ?")
                        .param(advert.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aLeadThatBidsInItsTimeTakesTheRound() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        BidRef bid = examples.submit(county.providerA(), advert, "24.50");
        assertThatThrownBy(() -> bids.opened(county.broker(), advert.id())).isInstanceOf(RuleBroken.class);
        advertExamples.holdFor(advert, Duration.ofMillis(40));
        moveBack(bid);
        sleep(60);
        assertThat(get("/en/opportunities/" + advert.ref(), county.providerB())).hasStatus(404);
        assertThatThrownBy(() -> bids.submit(county.providerB(), advert.ref(), BidExamples.terms(advert, "24.50")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bids.withdraw(county.providerA(), bid, WithdrawalReason.MISTAKE))
                .isInstanceOf(RuleBroken.class);
        assertThat(adverts.facts(advert.id()).closed()).isTrue();
        assertThat(bids.opened(county.broker(), advert.id()))
                .singleElement()
                .satisfies(only -> assertThat(only.ref()).isEqualTo(bid));
    }

    @Test
    void aLeadThatTakesItsBidBackInTimeLeavesTheRoundToAll() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        BidRef bid = examples.submit(county.providerA(), advert, "24.50");
        bids.withdraw(county.providerA(), bid, WithdrawalReason.MISTAKE);
        advertExamples.holdFor(advert, Duration.ofMillis(-1));
        examples.submit(county.providerB(), advert, "24.50");
    }

    /** Seeded fault: leave the holder out of RouteRows.release. */
    @Test
    void nobodyElseEndsTheTimeOfTheLead() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        transaction.executeWithoutResult(tx -> adverts.letGo(county.providerB(), advert));
        assertThatThrownBy(() -> adverts.forProvider(county.providerB(), advert.ref()))
                .isInstanceOf(NotFound.class);
    }

    /** Seeded fault: leave the holder out of RouteRows.holds; one would wait for the other. */
    @Test
    void onceItsTimeIsOverTheOthersBidSideBySide() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        advertExamples.holdFor(advert, Duration.ofMillis(-1));
        try (var threads = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(tx -> {
                adverts.holdForBid(county.providerB(), advert.id());
                Future<?> other = threads.submit(() -> transaction.executeWithoutResult(second -> {
                    jdbc.sql("set local lock_timeout = '2s'").update();
                    adverts.holdForBid(county.providerC(), advert.id());
                }));
                assertThat(other).succeedsWithin(Duration.ofSeconds(10));
            });
        }
    }

    /** Provider C has another patch. Seeded faults, each by itself: leave the holder out of AdvertRows.forProvider and Opportunities. */
    @Test
    void whoIsOfAnotherPatchSeesNothingOfWorkForWhichSomebodyIsAskedFirst() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        String path = "/en/opportunities/" + advert.ref();
        for (Duration left : List.of(Duration.ofHours(1), Duration.ofMillis(-1))) {
            advertExamples.holdFor(advert, left);
            assertThat(get(path, county.providerC())).hasStatus(404);
            assertThat(get("/en/opportunities.csv", county.providerC()))
                    .bodyText()
                    .doesNotContain(advert.ref().value());
        }
    }

    @Test
    void aLeadThatDeclinesLetsTheOthersInAtOnce() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        declines.decline(county.providerA(), advert.ref(), DeclineReason.NO_CAPACITY, "");
        examples.submit(county.providerB(), advert, "24.50");
        assertThat(get(advertPath(advert), county.broker())).bodyText().contains("was asked first and declined");
    }

    /** The lead's bid is on its way when its time ends; whoever comes then waits for it and finds the round taken. */
    @Test
    void nobodySlipsInBesideABidThatCameInTime() throws Exception {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        advertExamples.holdFor(advert, Duration.ofMillis(700));
        var submitted = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var lead = threads.submit(() -> transaction.executeWithoutResult(tx -> {
                examples.submit(county.providerA(), advert, "24.50");
                submitted.countDown();
                sleep(1200);
            }));
            submitted.await();
            Thread.sleep(800);
            Throwable late = catchThrowable(
                    () -> bids.submit(county.providerB(), advert.ref(), BidExamples.terms(advert, "24.40")));
            lead.get();
            assertThat(late).isInstanceOf(RuleBroken.class);
        }
        assertThat(adverts.facts(advert.id()).closed()).isTrue();
    }

    @Test
    void theBrokerReadsWhoIsAskedFirstAndMayDecideOtherwiseWithAReason() {
        AdvertFacts held = advertExamples.openForLong(county, "machynlleth", "");
        assertThat(get(advertPath(held), county.broker())).bodyText().contains("Aderyn Care has first refusal");
        AdvertFacts open = advertExamples.openForLong(county, "machynlleth", "The lead said it is full");
        assertThat(get(advertPath(open), county.broker()))
                .bodyText()
                .contains("by the broker’s decision", "The lead said it is full");
        examples.submit(county.providerB(), open, "24.50");
        assertThat(get("/en/opportunities/" + open.ref(), county.providerB()))
                .bodyText()
                .doesNotContain("The lead said it is full");
    }

    @Test
    void aLeadThatMayNotTakeTheWorkIsNotAskedAndThePageSaysWhy() {
        UpdateBack.of(jdbc, "embargo", "'NEW_WORK'", county.providerA(), () -> {
            AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
            assertThat(get(advertPath(advert), county.broker()))
                    .bodyText()
                    .contains("Aderyn Care would be asked first", "stopped new work");
            examples.submit(county.providerB(), advert, "24.50");
        });
        UpdateBack.of(jdbc, "accredited_until", "'2020-01-01'", county.providerA(), () -> {
            AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
            assertThat(get(advertPath(advert), county.broker())).bodyText().contains("accreditation is not in force");
            assertThat(get("/en/opportunities/" + advert.ref(), county.providerB()))
                    .hasStatusOk();
        });
    }

    /** Seeded fault: leave out both the listener and the trigger that end the time. */
    @Test
    void anEmbargoEndsFirstRefusalAtOnceWhateverTheLeadHasBid() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        BidRef bid = examples.submit(county.providerA(), advert, "24.50");
        try {
            embargo.impose(county, county.providerA());
            assertThat(get("/en/opportunities/" + advert.ref(), county.providerB()))
                    .hasStatusOk();
            assertThat(adverts.facts(advert.id()).closed()).isFalse();
            assertThat(get(advertPath(advert), county.broker()))
                    .bodyText()
                    .contains("because it could no longer take the work", "stopped new work")
                    .doesNotContain("bid in time", "asked first and declined");
            assertThat(jdbc.sql("select action from audit.entry where subject = ? order by id desc limit 1")
                            .param(advert.ref().value())
                            .query(String.class)
                            .single())
                    .isEqualTo("FirstRefusalEnded");
        } finally {
            embargo.free(county, county.providerA());
        }
        examples.submit(county.providerB(), advert, "24.40");
        advertExamples.closeJustNow(advert);
        assertThat(bids.opened(county.broker(), advert.id()))
                .extracting(RankedBid::ref)
                .hasSize(2)
                .contains(bid);
    }

    /** Seeded fault: leave out the trigger that ends the time. */
    @Test
    void theDatabaseEndsFirstRefusalUnderAnEmbargoWhoeverWritesIt() {
        AdvertFacts advert = advertExamples.openForLong(county, "machynlleth", "");
        UpdateBack.of(jdbc, "embargo", "'NEW_WORK'", county.providerA(), () -> {});
        examples.submit(county.providerB(), advert, "24.50");
        assertThatThrownBy(() -> jdbc.sql("update adverts.route set ended_for = '{}' where advert_id = ?")
                        .param(advert.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void anEmbargoWaitsForTheRoundThatIsBeingPublishedAndFindsIt() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var imposed = new AtomicReference<Future<?>>();
            AdvertFacts advert = transaction.execute(tx -> {
                AdvertFacts round = advertExamples.openForLong(county, "machynlleth", "");
                imposed.set(threads.submit(() -> embargo.impose(county, county.providerA())));
                sleep(700);
                assertThat(imposed.get().isDone()).isFalse();
                return round;
            });
            imposed.get().get();
            assertThat(get("/en/opportunities/" + Objects.requireNonNull(advert).ref(), county.providerB()))
                    .hasStatusOk();
        } finally {
            embargo.free(county, county.providerA());
        }
    }

    @Test
    void theCouncilsOwnTeamIsAskedFirstWhereThePatchSaysSo() {
        allocation.decide(county, "builth", INHOUSE, null);
        AdvertFacts advert = advertExamples.openForLong(county, "builth", "");
        String path = "/en/opportunities/" + advert.ref();
        assertThat(get(path, county.providerA())).hasStatus(404);
        assertThat(get(path, county.inhouse())).hasStatusOk().bodyText().contains("You are asked first");
        assertThat(get("/en/home", county.inhouse())).hasStatusOk().bodyText().contains("/en/opportunities");
        BidRef bid = examples.submit(county.inhouse(), advert, "24.50");
        assertThat(get("/en/bids/" + bid, county.inhouse())).hasStatusOk();
        bids.withdraw(county.inhouse(), bid, WithdrawalReason.NO_CAPACITY);
        advertExamples.holdFor(advert, Duration.ofMillis(-1));
        assertThat(get(path, county.providerA())).hasStatusOk();
    }

    @Test
    void whereWorkIsAwardedDirectlyTheBrokerIsLedThere() {
        allocation.decide(county, "knighton", DIRECT_AWARD, null);
        assertThatThrownBy(() -> advertExamples.openForLong(county, "knighton", ""))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("adverts.form.override.direct"));
        AdvertFacts advert = advertExamples.openForLong(county, "knighton", "Nobody suits directly");
        adverts.cancel(county.broker(), advert.id(), "Again");
        String path = advertPath(advert);
        assertThat(get(path + "/new", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("/award/direct?ground=SOLE_CAPABLE", "Advertise it all the same");
        assertThat(get(path + "/new?override=yes", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Why is it offered to all at once?");
        assertThat(get(path.replace("/advert", "/award/direct?ground=SOLE_CAPABLE"), county.broker()))
                .hasStatusOk()
                .bodyText()
                .containsPattern("checked=\"checked\"[^>]*|SOLE_CAPABLE");
    }

    private String advertPath(AdvertFacts advert) {
        return "/en/packages/"
                + jdbc.sql("select package_ref from carepackages.report_package where care_package_id = ?")
                        .param(advert.carePackage().value())
                        .query(String.class)
                        .single()
                + "/advert";
    }

    /** In the test time runs faster than the bid: it came a minute before. */
    private void moveBack(BidRef bid) {
        jdbc.sql("update bidding.bid set submitted_at = submitted_at - interval '1 minute' where ref = ?")
                .param(bid.value())
                .update();
    }

    private MvcTestResult get(String uri, Actor actor) {
        return mvc.get().uri(uri).with(as(actor)).exchange();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes one thing about a provider for a moment. */
    private static final class UpdateBack {
        static void of(JdbcClient jdbc, String column, String value, Actor provider, Runnable meanwhile) {
            var before = jdbc.sql("select " + column + "::text from providers.provider where id = ?")
                    .param(provider.organisation())
                    .query(String.class)
                    .single();
            set(jdbc, column, value, provider);
            try {
                meanwhile.run();
            } finally {
                set(jdbc, column, "'" + before + "'", provider);
            }
        }

        private static void set(JdbcClient jdbc, String column, String value, Actor provider) {
            jdbc.sql("update providers.provider set " + column + " = " + value + " where id = ?")
                    .param(provider.organisation())
                    .update();
        }
    }
}
