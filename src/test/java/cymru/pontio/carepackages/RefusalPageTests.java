package cymru.pontio.carepackages;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.providers.microenterprises.MicroExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PontioTest
class RefusalPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    PlacementExamples placements;

    @Autowired
    MicroExamples micros;

    @Autowired
    Refusals refusals;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsAndTakesBackARefusalInBothLanguages() {
        PackageFacts facts = packages.approved(county, "newtown");
        String page = "/en/packages/" + facts.ref() + "/refusals";
        UUID provider = county.providerA().organisation();
        assertThat(mvc.post()
                        .uri(page)
                        .param("provider", provider.toString())
                        .param("reason", "Two carers shouted at her")
                        .with(as(county.socialWorker()))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(mvc.get().uri(page).with(as(county.manager())))
                .hasStatusOk()
                .bodyText()
                .contains("Aderyn Care", "Two carers shouted at her", "The person would have Aderyn Care again");
        assertThat(mvc.get().uri(page.replace("/en/", "/cy/")).with(as(county.manager())))
                .bodyText()
                .contains("Byddai’r person yn derbyn Aderyn Care eto");
        UUID id = refusals.view(county.socialWorker(), facts.ref())
                .refusals()
                .getFirst()
                .id();
        assertThat(mvc.post()
                        .uri(page + "/" + id + "/taking-back")
                        .with(as(county.manager()))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(mvc.get().uri(page).with(as(county.socialWorker())))
                .bodyText()
                .contains("Taken back: Mair Manager");
        assertThatThrownBy(() -> refusals.takeBack(county.manager(), facts.ref(), id))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void tellsAllMistakesAtOnceAndKeepsWhatWasTyped() {
        String page = "/en/packages/" + packages.approved(county, "newtown").ref() + "/refusals";
        assertThat(mvc.post()
                        .uri(page)
                        .param("provider", "")
                        .param("reason", "x".repeat(501))
                        .with(as(county.socialWorker()))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Choose the provider", "500 characters or fewer", "x".repeat(501));
    }

    @Test
    void refusesTheSameTwice() {
        PackageRef ref = packages.approved(county, "newtown").ref();
        UUID provider = county.providerB().organisation();
        refusals.refuse(county.socialWorker(), ref, provider, "once");
        assertThatThrownBy(() -> refusals.refuse(county.socialWorker(), ref, provider, "twice"))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> refusals.refuse(county.socialWorker(), ref, UUID.randomUUID(), "nobody"))
                .isInstanceOf(RuleBroken.class);
    }

    /** Seeded fault: leave micro-enterprises out of the choice. */
    @Test
    void aMicroEnterpriseCanBeRefusedToo() {
        PackageRef ref = packages.approved(county, "newtown").ref();
        MicroExamples.Micro micro = micros.listed(county);
        String page = "/packages/" + ref + "/refusals";
        assertThat(mvc.get().uri("/en" + page).with(as(county.socialWorker())))
                .bodyText()
                .contains(micro.name() + " (micro-enterprise)");
        assertThat(mvc.get().uri("/cy" + page).with(as(county.socialWorker())))
                .bodyText()
                .contains(micro.name() + " (microfenter)");
        refusals.refuse(county.socialWorker(), ref, micro.id(), "A neighbour");
        assertThat(mvc.get().uri("/en" + page).with(as(county.socialWorker())))
                .bodyText()
                .contains("The person would have " + micro.name() + " again")
                .doesNotContain(micro.name() + " (micro-enterprise)");
    }

    /** Seeded fault: join the view on the package instead of the person. */
    @Test
    void holdsForEveryPackageOfThePerson() {
        PackageFacts first = packages.approved(county, "newtown");
        PackageFacts second = packages.approved(county, "newtown");
        UUID provider = county.providerB().organisation();
        refusals.refuse(county.socialWorker(), first.ref(), provider, "once");
        String refused =
                "select count(*) from carepackages.report_refusal where care_package_id = ? and provider_id = ?";
        assertThat(jdbc.sql(refused)
                        .params(second.id().value(), provider)
                        .query(Long.class)
                        .single())
                .isZero();
        jdbc.sql(
                        "update carepackages.care_package set person_id = (select person_id from carepackages.care_package where id = ?) where id = ?")
                .params(first.id().value(), second.id().value())
                .update();
        assertThat(jdbc.sql(refused)
                        .params(second.id().value(), provider)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    /** Seeded faults: leave the news out; show nothing on the desk; show nothing with the award. */
    @Test
    void theBrokerIsToldOfAnOfferThatCanNoLongerBeAccepted() {
        PackageFacts facts = packages.approved(county, "newtown");
        String award = placements.offered(county, facts, county.providerB()).value();
        PackageFacts other = packages.approved(county, "newtown");
        String untouched = placements.offered(county, other, county.providerB()).value();
        refusals.refuse(county.socialWorker(), facts.ref(), county.providerB().organisation(), "Knows the family");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> told(award).contains(county.broker().userId()));
        assertThat(told(award))
                .contains(county.commissioner().userId())
                .doesNotContain(
                        county.providerB().userId(), county.socialWorker().userId());
        assertThat(told(untouched)).isEmpty();
        assertThat(mvc.get().uri("/en/awards/" + award).with(as(county.broker())))
                .bodyText()
                .contains("The person will not have this provider.")
                .doesNotContain("Knows the family");
        assertThat(mvc.get().uri("/cy/packages/" + facts.ref() + "/award").with(as(county.broker())))
                .bodyText()
                .contains("Gwrthodwyd gan y person", "Nid yw’r person am gael y darparwr hwn.");
        assertThat(mvc.get().uri("/en/offers/" + award).with(as(county.providerB())))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("will not have", "Refused by the person");
        assertThat(onDesk(facts.ref())).contains("Provider refused by the person");
        assertThat(onDesk(other.ref()))
                .contains("Award waits for an answer")
                .doesNotContain("Provider refused by the person");
    }

    /** The package's row, however many pages of older ones come before it. */
    private String onDesk(PackageRef ref) {
        for (String page = "/en/desk?tab=to-advertise"; ; ) {
            String html = new String(
                    mvc.get()
                            .uri(URI.create(page))
                            .with(as(county.broker()))
                            .exchange()
                            .getResponse()
                            .getContentAsByteArray(),
                    StandardCharsets.UTF_8);
            int at = html.indexOf(ref.value());
            if (at >= 0) return html.substring(at, html.indexOf("</tr>", at));
            Matcher next =
                    Pattern.compile("href=\"(/en/desk\\?[^\"]*after=[^\"]*)\"").matcher(html);
            assertThat(next.find()).as("page with %s", ref).isTrue();
            page = next.group(1).replace("&amp;", "&");
        }
    }

    private List<UUID> told(String award) {
        return jdbc.sql("""
                select i.account_id from notifications.inbox i join notifications.news n on n.id = i.news_id
                where n.message_key = 'placements.news.unwanted' and n.ref = ?""").param(award).query(UUID.class).list();
    }

    @Test
    void isForThePersonsOwnTeamAlone() {
        PackageFacts facts = packages.approved(county, "newtown");
        String page = "/en/packages/" + facts.ref() + "/refusals";
        for (Actor other : List.of(
                county.otherSocialWorker(),
                county.broker(),
                county.commissioner(),
                county.providerA(),
                county.auditor(),
                county.admin())) {
            assertThat(mvc.get().uri(page).with(as(other))).hasStatus(404);
            assertThat(mvc.post()
                            .uri(page)
                            .param("provider", county.providerA().organisation().toString())
                            .param("reason", "x")
                            .with(as(other))
                            .with(csrf()))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri(page)).hasStatus(302);
    }
}
