package cymru.pontio.adverts;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Reference;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Before the deadline rivals leave no trace, for providers or for the council. */
@PontioTest
class SealedPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    AdvertExamples examples;

    @Autowired
    JdbcClient jdbc;

    /** Seeded fault: count the bids on the page. */
    @Test
    void aPageIsTheSameWithNoneAndWithTwentyRivalBids() {
        AdvertFacts advert = examples.open(county, "newtown");
        String ref = jdbc.sql("select package_ref from carepackages.report_package where care_package_id = ?")
                .param(advert.carePackage().value())
                .query(String.class)
                .single();
        List<String> provider = List.of(
                "/en/opportunities/" + advert.ref(), "/cy/opportunities/" + advert.ref(), "/en/opportunities.csv");
        List<String> council = List.of("/en/packages/" + ref + "/advert", "/en/desk?tab=live");
        List<String> before = shown(provider, county.providerC());
        List<String> councilBefore = shown(council, county.broker());
        for (int i = 0; i < 20; i++) bid(advert);
        assertThat(shown(provider, county.providerC())).isEqualTo(before);
        assertThat(shown(council, county.broker())).isEqualTo(councilBefore);
    }

    /** What changes from one request to the next, whoever looks: keys of forms, nonces and the time of day. */
    private List<String> shown(List<String> pages, Actor actor) {
        return pages.stream()
                .map(page -> mvc.get()
                        .uri(page)
                        .with(as(actor))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll("name=\"_(csrf|key)\" value=\"[^\"]*\"", "")
                        .replaceAll("nonce=\"[^\"]*\"", "")
                        .replaceAll("\\d{1,2}:\\d{2}", "time"))
                .toList();
    }

    private void bid(AdvertFacts advert) {
        UUID rival = Ids.next();
        jdbc.sql("""
                insert into providers.provider (id, ref, name, kind, double_handed, welsh) values (?, ?, 'A rival', 'AGENCY', true, true)""").params(rival, Reference.random("PRV", new SecureRandom())).update();
        jdbc.sql("""
                insert into providers.accreditation (provider_id, state, lots, tier, granted_until)
                values (?, 'ACCREDITED', '{SESSIONAL}', 1, current_date + 300)
                on conflict (provider_id) do update set state = 'ACCREDITED', lots = '{SESSIONAL}', tier = 1,
                    granted_until = excluded.granted_until""").param(rival).update();
        jdbc.sql("""
                insert into bidding.bid (id, ref, advert_id, provider_id, status, rate, start_on, coverage, welsh_offered,
                    note, language, submitted_by, submitted_at)
                values (?, ?, ?, ?, 'SUBMITTED', 25, current_date, 'ALL', true, '', 'en', ?, now())""")
                .params(Ids.next(), "BID-" + UUID.randomUUID(), advert.id().value(), rival, UUID.randomUUID())
                .update();
    }
}
