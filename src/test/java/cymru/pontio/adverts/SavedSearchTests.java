package cymru.pontio.adverts;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.site.News;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The advert used has a double-handed call at bedtime, prefers Welsh and is in llanidloes. */
@PontioTest
class SavedSearchTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    SavedSearches searches;

    @Autowired
    AdvertNews news;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from adverts.saved_search").update();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "llanidloes, -, -, -, true",
                "newtown, -, -, -, false",
                "-, BED, -, -, true",
                "-, NIGHT, -, -, false",
                "-, -, yes, -, true",
                "-, -, no, -, false",
                "-, -, -, PREFERENCE, true",
                "-, -, -, NEED, false",
                "llanidloes, BED, yes, PREFERENCE, true",
                "llanidloes, BED, no, PREFERENCE, false"
            })
    void aNewOpportunityIsToldToThoseWhoseSearchItFits(
            String area, String band, String two, String welsh, boolean fits) {
        searches.save(county.providerA(), new OpportunityFilter(area, band, two, welsh));
        AdvertFacts advert = adverts.open(county, "llanidloes");
        Set<UUID> without = opened(advert).readers().without();
        if (fits) assertThat(without).doesNotContain(county.providerA().userId());
        else assertThat(without).contains(county.providerA().userId());
        assertThat(without).doesNotContain(county.providerB().userId());
    }

    @Test
    void oneSearchThatFitsIsEnough() {
        searches.save(county.providerA(), new OpportunityFilter("newtown", "", "", ""));
        searches.save(county.providerA(), new OpportunityFilter("llanidloes", "", "", ""));
        assertThat(opened(adverts.open(county, "llanidloes")).readers().without())
                .doesNotContain(county.providerA().userId());
    }

    @Test
    void tenAreKeptAndTheEleventhIsRefused() {
        Actor actor = county.providerA();
        List<String> areas = List.of("newtown", "brecon", "llanidloes", "welshpool", "hay");
        for (String area : areas) {
            searches.save(actor, new OpportunityFilter(area, "", "", ""));
            searches.save(actor, new OpportunityFilter(area, "BED", "", ""));
        }
        OpportunityFilter eleventh = new OpportunityFilter("", "TEA", "", "");
        assertThatThrownBy(() -> searches.save(actor, eleventh)).isInstanceOf(RuleBroken.class);
        searches.save(actor, new OpportunityFilter("newtown", "", "", ""));
        assertThat(searches.of(actor)).hasSize(10);
        searches.remove(actor, 4);
        searches.save(actor, eleventh);
        assertThat(searches.of(actor)).hasSize(10).contains(new SavedSearches.Saved(4, eleventh));
        assertThatThrownBy(() -> searches.save(county.providerB(), new OpportunityFilter("", "", "", "")))
                .isInstanceOf(RuleBroken.class);
    }

    /** Seeded fault: save it as it was typed. */
    @Test
    void anAreaThatIsNotThereIsNoSearch() {
        assertThat(mvc.post()
                        .uri("/en/opportunities/searches")
                        .param("area", "atlantis")
                        .with(as(county.providerA()))
                        .with(csrf()))
                .hasStatus(400);
        assertThat(searches.of(county.providerA())).isEmpty();
    }

    @Test
    void theListOffersToSaveWhatIsAskedAndShowsWhatIsSaved() {
        String asked = "/en/opportunities?area=newtown&band=BED";
        assertThat(mvc.get().uri(asked).with(as(county.providerA())))
                .bodyText()
                .contains("Save this search")
                .doesNotContain(">Remove<");
        assertThat(mvc.post()
                        .uri("/en/opportunities/searches")
                        .with(as(county.providerA()))
                        .with(csrf())
                        .param("area", "newtown")
                        .param("band", "BED"))
                .hasStatus(302);
        assertThat(mvc.get().uri(asked).with(as(county.providerA())))
                .bodyText()
                .contains("Area: Newtown, Time of day:")
                .doesNotContain("Save this search");
        assertThat(mvc.get().uri("/cy/opportunities").with(as(county.providerA())))
                .bodyText()
                .contains("Ardal: Y Drenewydd");
        assertThat(mvc.post()
                        .uri("/en/opportunities/searches/1/removal")
                        .with(as(county.providerB()))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(searches.of(county.providerA())).hasSize(1);
        assertThat(mvc.post()
                        .uri("/en/opportunities/searches/1/removal")
                        .with(as(county.providerA()))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(searches.of(county.providerA())).isEmpty();
    }

    private News opened(AdvertFacts advert) {
        return news.due().stream()
                .filter(one -> one.ref().equals(advert.ref().value()))
                .findFirst()
                .orElseThrow();
    }
}
