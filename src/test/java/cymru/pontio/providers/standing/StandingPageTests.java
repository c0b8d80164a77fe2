package cymru.pontio.providers.standing;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.microenterprises.MicroExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class StandingPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Providers providers;

    @Autowired
    County county;

    @Autowired
    MicroExamples micros;

    /** Seeded fault: leave a part out for the provider. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void theProviderReadsWordForWordWhatTheCouncilReads(String language) {
        for (Actor provider : List.of(county.providerA(), county.providerC())) {
            String council = record(get("/" + language + "/providers/" + ref(provider), county.commissioner()));
            assertThat(council).isNotBlank();
            assertThat(record(get("/" + language + "/providers/" + ref(provider), county.broker())))
                    .isEqualTo(council);
            assertThat(record(get("/" + language + "/standing", provider))).isEqualTo(council);
        }
    }

    /**
     * Seeded faults: tell it to declare spare hours, which nobody counts; ask it for a registration or an application it does
     * not need.
     */
    @Test
    void aMicroEnterpriseIsNotToldToDoWhatIsAskedOfAgencies() {
        Actor micro = micros.listed(county).manager();
        assertThat(get("/en/standing", micro))
                .hasStatusOk()
                .bodyText()
                .contains("Micro-enterprise", "People in personal care today")
                .doesNotContain("how many hours it has to spare", "registration number at accreditation");
        assertThat(get("/en/home", micro))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Spare hours never declared", "Your application to send");
        assertThat(get("/en/standing", county.providerA())).bodyText().contains("registration number at accreditation");
    }

    @Test
    void saysWhoWhereAndWhatNext() {
        assertThat(get("/en/standing", county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Your standing with the council",
                        "Aderyn Care",
                        "Newtown",
                        "Llanidloes",
                        "31 December 2099",
                        "Accreditation",
                        "Sessional home care",
                        "Tier 2",
                        "What to do next",
                        "No embargo",
                        "no embargo stands in the way of new work")
                .doesNotContain("Bwthyn Care", "may be offered");
    }

    @Test
    void isOfTheOwnOrganisationAndTheCouncilsAlone() {
        assertThat(get("/en/providers/" + ref(county.providerB()), county.providerA()))
                .hasStatus(404);
        assertThat(get("/en/providers", county.providerA())).hasStatus(404);
        assertThat(get("/en/standing", county.commissioner())).hasStatus(404);
        assertThat(get("/en/providers/PRV-0000-1", county.commissioner())).hasStatus(404);
        assertThat(get("/en/providers/nonsense", county.commissioner())).hasStatus(404);
        assertThat(mvc.get().uri("/en/standing").exchange()).hasStatus(302);
        assertThat(get("/en/home", county.providerA())).bodyText().contains("/standing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void listsProvidersWithFilters(String language) {
        assertThat(get("/" + language + "/providers?kind=AGENCY&patch=welshpool", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Aderyn Care")
                .doesNotContain("Bwthyn Care", "Council home care");
        assertThat(get("/" + language + "/providers?accreditation=NEVER&kind=AGENCY", county.commissioner()))
                .bodyText()
                .doesNotContain("Aderyn Care");
        assertThat(get("/" + language + "/providers?kind=&patch=&accreditation=&embargo=&after=w", county.broker()))
                .hasStatusOk();
        assertThat(get("/" + language + "/providers?embargo=FREE&patch=llanidloes", county.broker()))
                .bodyText()
                .contains("Bwthyn Care");
    }

    @Test
    void givesTheSameRowsAsAFile() {
        assertThat(get("/en/providers.csv?kind=AGENCY", county.broker()))
                .hasStatusOk()
                .bodyText()
                .containsPattern(
                        ref(county.providerB()) + ",Bwthyn Care,AGENCY,[a-z ]*llanidloes[a-z ]*,2099-12-31,NONE")
                .doesNotContain("Council home care");
    }

    private String ref(Actor provider) {
        return providers.view(provider.organisation()).ref();
    }

    private static String record(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        Document html = Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        return html.select("section[aria-labelledby]:not([aria-labelledby=keep])")
                .eachText()
                .toString();
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(java.net.URI.create(path)).with(as(actor)).exchange();
    }
}
