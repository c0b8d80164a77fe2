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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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

    /** Seeded faults, each by itself: change the search of whoever has that number; let two searches be the same. */
    @Test
    void aSearchIsChangedUnderTheNumberItHas() {
        OpportunityFilter before = new OpportunityFilter("newtown", "BED", "", "");
        OpportunityFilter after = new OpportunityFilter("llanidloes", "", "yes", "");
        searches.save(county.providerA(), before);
        searches.save(county.providerA(), new OpportunityFilter("newtown", "", "", ""));
        searches.save(county.providerB(), before);
        assertThat(mvc.get().uri("/en/opportunities").with(as(county.providerA())))
                .bodyText()
                .contains("/en/opportunities/searches/1\"", "/en/opportunities/searches/2\"");
        assertThat(mvc.get().uri("/en/opportunities/searches/1").with(as(county.providerA())))
                .bodyText()
                .contains("You have saved: Area: Newtown, Time of day:", "<option value=\"newtown\" selected");
        assertThat(change(county.providerA(), "en", 1, after)).hasStatus(302);
        assertThat(searches.of(county.providerA()))
                .containsExactly(
                        new SavedSearches.Saved(1, after),
                        new SavedSearches.Saved(2, new OpportunityFilter("newtown", "", "", "")));
        assertThat(searches.of(county.providerB())).containsExactly(new SavedSearches.Saved(1, before));
        assertThat(change(county.providerB(), "en", 2, after)).hasStatus(404);
    }

    @Test
    void aSearchIsNotChangedIntoNothingNorIntoAnother() {
        OpportunityFilter one = new OpportunityFilter("newtown", "", "", "");
        OpportunityFilter other = new OpportunityFilter("", "BED", "", "");
        searches.save(county.providerA(), one);
        searches.save(county.providerA(), other);
        assertThat(change(county.providerA(), "en", 1, new OpportunityFilter("", "", "", "")))
                .hasStatus(422)
                .bodyText()
                .contains("To be told of all opportunities again, remove the search");
        assertThat(change(county.providerA(), "cy", 1, other))
                .hasStatus(422)
                .bodyText()
                .contains("Rydych wedi cadw’r chwiliad hwn yn barod");
        assertThat(change(county.providerA(), "en", 1, one)).hasStatus(302);
        assertThat(mvc.post()
                        .uri("/en/opportunities/searches/1")
                        .param("area", "atlantis")
                        .with(as(county.providerA()))
                        .with(csrf()))
                .hasStatus(400);
        assertThat(searches.of(county.providerA()))
                .containsExactly(new SavedSearches.Saved(1, one), new SavedSearches.Saved(2, other));
    }

    private MvcTestResult change(Actor actor, String language, int number, OpportunityFilter filter) {
        return mvc.post()
                .uri("/{language}/opportunities/searches/{number}", language, number)
                .param("area", filter.area())
                .param("band", filter.band())
                .param("twoWorkers", filter.twoWorkers())
                .param("welsh", filter.welsh())
                .with(as(actor))
                .with(csrf())
                .exchange();
    }

    private News opened(AdvertFacts advert) {
        return news.due().stream()
                .filter(one -> one.ref().equals(advert.ref().value()))
                .findFirst()
                .orElseThrow();
    }
}
