package cymru.pontio.matching;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.capacity.CapacityExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Opportunities as they suit the provider that reads them. */
@PontioTest
class OwnFitTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    CapacityExamples capacity;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsAProviderWhetherItMayBidAndWhyNot() {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(get("/en/opportunities/" + advert.ref(), county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains("You may bid", "14.75 of 14.75 user hours a week fit into the spare hours you declared");
        assertThat(get("/en/opportunities/" + advert.ref(), county.providerC()))
                .bodyText()
                .contains(
                        "You may not bid",
                        "Some of the calls need two workers at once, which your organisation does not offer.");
        assertThat(get("/cy/opportunities/" + advert.ref(), county.providerC()))
                .bodyText()
                .contains("Ni chewch wneud cynnig", "Mae angen dau weithiwr ar yr un pryd");
    }

    @Test
    void putsTheBestFitFirstWhereAsked() {
        Actor agency = capacity.agency(
                "Best fit first", Set.of("llandrindod", "welshpool"), Embargo.NONE, LocalDate.of(2099, 1, 1));
        AdvertFacts soon = weighted("llandrindod");
        AdvertFacts fitting = weighted("welshpool");
        capacity.declare(
                agency,
                java.util.Map.of(
                        new cymru.pontio.providers.capacity.Slot(
                                "welshpool", cymru.pontio.providers.capacity.PartOfDay.MORNING, 1),
                        3000));
        String list = body("/en/opportunities?sort=fit", agency);
        assertThat(list).containsSubsequence(fitting.ref().value(), soon.ref().value());
        assertThat(body("/en/opportunities", agency))
                .containsSubsequence(soon.ref().value(), fitting.ref().value());
        assertThat(body("/en/opportunities.csv?sort=fit", agency))
                .contains("You may bid", fitting.ref().value());
    }

    /** Seeded fault: leave the refusal out of what a provider sees. */
    @Test
    void isNotThereForAProviderThePersonWillNotHave() {
        AdvertFacts advert = adverts.open(county, "newtown");
        jdbc.sql("""
                insert into carepackages.refused_provider (id, care_package_id, provider_id, reason, by_account, by_name, at)
                values (?, ?, ?, 'x', ?, 'x', now())""")
                .params(
                        UUID.randomUUID(),
                        advert.carePackage().value(),
                        county.providerB().organisation(),
                        county.socialWorker().userId())
                .update();
        assertThat(get("/en/opportunities/" + advert.ref(), county.providerB())).hasStatus(404);
        assertThat(body("/en/opportunities.csv", county.providerB()))
                .doesNotContain(advert.ref().value());
        assertThat(get("/en/opportunities/" + advert.ref(), county.providerA())).hasStatusOk();
    }

    /** By the usual weights of today, in which spare hours count; the first to be made is the first to close. */
    private AdvertFacts weighted(String locality) {
        return adverts.weighted(county, locality, cymru.pontio.adverts.Weights.DEFAULT);
    }

    private String body(String uri, Actor actor) {
        return new String(
                get(uri, actor).getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String uri, Actor actor) {
        return mvc.get().uri(uri).with(as(actor)).exchange();
    }
}
