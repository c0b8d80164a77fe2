package cymru.pontio.adverts;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.adverts.allocation.AllocationExamples;
import cymru.pontio.adverts.allocation.AllocationMode;
import cymru.pontio.bidding.BidExamples;
import cymru.pontio.bidding.BidRef;
import cymru.pontio.bidding.Bids;
import cymru.pontio.bidding.WithdrawalReason;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Lot;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was told leads somewhere when it is over, and only those who could see it. Seeded faults, each by itself: leave each
 * condition of PastOpportunity out.
 */
@PontioTest
class PastOpportunityTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    AdvertExamples examples;

    @Autowired
    BidExamples bidExamples;

    @Autowired
    AllocationExamples allocation;

    @Autowired
    Adverts adverts;

    @Autowired
    Bids bids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isThereForWhoCouldSeeItAndSaysNothingOfTheWork() {
        AdvertFacts advert = examples.closed(county, "welshpool");
        assertThat(get("/en", advert, county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains("This opportunity is over", "Opportunities that are open now")
                .doesNotContain(advert.need(), "What became of your bids");
        assertThat(get("/cy", advert, county.providerA())).bodyText().contains("Mae’r cyfle hwn ar ben");
        none(advert, county.providerB(), county.inhouse(), county.broker(), county.finance(), county.admin());
    }

    @Test
    void isThereForWhoBidAlthoughItTookTheBidBackOrAnotherHasIt() {
        AdvertFacts advert = examples.open(county, "newtown");
        BidRef back = bidExamples.submit(county.providerB(), advert, "25.00");
        bids.withdraw(county.providerB(), back, WithdrawalReason.MISTAKE);
        bidExamples.submit(county.providerA(), advert, "25.00");
        refuse(county.providerA(), advert);
        refuse(county.providerB(), advert);
        examples.close(advert);
        transaction.executeWithoutResult(tx -> adverts.awarded(county.broker(), advert.id()));
        for (Actor bidder : List.of(county.providerA(), county.providerB()))
            assertThat(get("/en", advert, bidder))
                    .hasStatusOk()
                    .bodyText()
                    .contains("What became of your bids", "/en/bids\"")
                    .doesNotContain(advert.need());
    }

    @Test
    void isNotThereForWhomThePersonWillNotHave() {
        AdvertFacts advert = examples.closed(county, "newtown");
        refuse(county.providerB(), advert);
        none(advert, county.providerB());
        assertThat(get("/en", advert, county.providerA())).hasStatusOk();
    }

    @Test
    void isNotThereForWhoIsNotLetInForTheWork() {
        AdvertFacts advert = examples.close(examples.openFor(county, "newtown", Lot.NIGHT));
        none(advert, county.providerA());
    }

    @Test
    void isNotThereForTheOthersWhileOneHadItAloneUntilTheEnd() {
        allocation.decide(county, "machynlleth", AllocationMode.FIRST_REFUSAL, county.providerA());
        AdvertFacts cancelled = examples.openForLong(county, "machynlleth", "");
        none(cancelled, county.providerB(), county.inhouse());
        adverts.cancel(county.broker(), cancelled.id(), "the calls were wrong");
        assertThat(get("/en", cancelled, county.providerA())).hasStatusOk();
        none(cancelled, county.providerB(), county.inhouse());
        AdvertFacts let = examples.openForLong(county, "machynlleth", "");
        examples.holdFor(let, Duration.ofMillis(-1));
        adverts.cancel(county.broker(), let.id(), "the calls were wrong");
        assertThat(get("/en", let, county.providerB())).hasStatusOk();
        none(let, county.inhouse());
    }

    @Test
    void isNotThereForTheOthersWhenWhoWasAskedFirstTookIt() {
        allocation.decide(county, "machynlleth", AllocationMode.FIRST_REFUSAL, county.providerA());
        AdvertFacts taken = examples.openForLong(county, "machynlleth", "");
        BidRef bid = bidExamples.submit(county.providerA(), taken, "24.50");
        examples.holdFor(taken, Duration.ofMillis(-1));
        jdbc.sql("update bidding.bid set submitted_at = submitted_at - interval '1 minute' where ref = ?")
                .param(bid.value())
                .update();
        transaction.executeWithoutResult(tx -> adverts.awarded(county.broker(), taken.id()));
        assertThat(get("/en", taken, county.providerA())).hasStatusOk();
        none(taken, county.providerB());
    }

    private void none(AdvertFacts advert, Actor... actors) {
        for (Actor one : actors)
            assertThat(get("/en", advert, one)).as(one.toString()).hasStatus(404);
    }

    private MvcTestResult get(String language, AdvertFacts advert, Actor actor) {
        return mvc.get()
                .uri(language + "/opportunities/" + advert.ref())
                .with(as(actor))
                .exchange();
    }

    private void refuse(Actor provider, AdvertFacts advert) {
        jdbc.sql("""
                insert into carepackages.refused_provider (id, care_package_id, provider_id, reason, by_account, by_name, at)
                values (gen_random_uuid(), ?, ?, 'Knows the family', ?, 'A social worker', now())""")
                .params(
                        advert.carePackage().value(),
                        provider.organisation(),
                        county.socialWorker().userId())
                .update();
    }
}
