package cymru.pontio.bidding;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.providers.Lot;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An advert is for one kind of work; who was not let in for it never hears of it. */
@PontioTest
class LotTests {
    @Autowired
    Bids bids;

    @Autowired
    BidExamples examples;

    @Autowired
    AdvertExamples advertExamples;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    /** Seeded fault: leave the lot out of both queries and of the rules. */
    @Test
    void isThereOnlyForWhoWasLetInForItsKindOfWork() {
        AdvertFacts advert = advertExamples.openFor(county, "newtown", Lot.NIGHT);
        lots(county.providerB(), "{SESSIONAL,NIGHT}");
        try {
            assertThat(page("/en/opportunities.csv?area=newtown", county.providerB()))
                    .contains(advert.ref().value());
            assertThat(page("/en/opportunities/" + advert.ref(), county.providerB()))
                    .contains("Night care");
            assertThat(page("/cy/opportunities/" + advert.ref(), county.providerB()))
                    .contains("Gofal nos");
            examples.submit(county.providerB(), advert, "24.50");
        } finally {
            lots(county.providerB(), "{SESSIONAL}");
        }
        assertThat(mvc.get().uri("/en/opportunities/" + advert.ref()).with(as(county.providerA())))
                .hasStatus(404);
        assertThat(page("/en/opportunities", county.providerA()))
                .doesNotContain(advert.ref().value())
                .contains("You are let in for:");
        assertThat(page("/en/opportunities.csv", county.providerA()))
                .doesNotContain(advert.ref().value());
        assertThatThrownBy(() -> bids.submit(county.providerA(), advert.ref(), BidExamples.terms(advert, "24.50")))
                .isInstanceOf(NotFound.class);
    }

    /**
     * Whatever writes: the table itself refuses the bid of who was not let in for the work.
     * Seeded fault: leave the lot out of the trigger on bids.
     */
    @Test
    void theDatabaseRefusesABidForAnotherKindOfWork() {
        AdvertFacts advert = advertExamples.openFor(county, "newtown", Lot.LIVE_IN);
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into bidding.bid (id, ref, advert_id, provider_id, status, rate, start_on, coverage, welsh_offered,
                            note, language, submitted_by, submitted_at)
                        values (gen_random_uuid(), 'BID-' || left(gen_random_uuid()::text, 8), ?, ?, 'SUBMITTED', 24.5,
                            '2030-03-04', 'ALL', true, '', 'en', gen_random_uuid(), clock_timestamp())""")
                        .params(advert.id().value(), county.providerA().organisation())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("not let in for this kind of work");
    }

    /** Seeded fault: leave the lot out of keep_terms. */
    @Test
    void isFixedWhenTheRoundIsPublished() {
        AdvertFacts advert = advertExamples.open(county, "newtown");
        assertThat(advert.lot()).isEqualTo(Lot.SESSIONAL);
        assertThatThrownBy(() -> jdbc.sql("update adverts.advert set lot = 'NIGHT' where id = ?")
                        .param(advert.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void lots(Actor provider, String lots) {
        jdbc.sql("update providers.accreditation set lots = ?::text[] where provider_id = ?")
                .params(lots, provider.organisation())
                .update();
    }

    private String page(String uri, Actor actor) {
        var page = mvc.get().uri(uri).with(as(actor)).exchange();
        assertThat(page).hasStatusOk();
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
