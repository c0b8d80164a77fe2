package cymru.pontio.bridging;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.site.News;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who is bridged, what it costs, and what would free most. */
@PontioTest
class BurdenTests {
    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    BridgingExamples examples;

    @Autowired
    Burden burden;

    @Autowired
    Escalations escalations;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsEachWithItsCostAndTellsFurtherUpOnSetDays() {
        PackageFacts facts = packages.approved(county, "newtown");
        EpisodeRef ref = examples.active(county, facts);
        if (line(ref).week() == null) burden.cost(county.commissioner(), burden.today(), new BigDecimal("30.00"));
        examples.given(county, ref, 60, 120, 0);
        assertThat(line(ref).week()).hasToString("652.50");
        assertThat(line(ref).soFar()).hasToString("60.00");
        assertThat(line(ref).escalated()).isZero();
        jdbc.sql("update bridging.episode set started_on = started_on - 28 where ref = ?")
                .param(ref.value())
                .update();
        assertThat(line(ref).days()).isEqualTo(28);
        assertThat(line(ref).escalated()).isEqualTo(2);
        refused(() -> burden.cost(county.commissioner(), burden.today(), BigDecimal.TEN), "bridging.error.costTwice");
        refused(
                () -> burden.cost(county.commissioner(), burden.today().minusDays(1), BigDecimal.TEN),
                "bridging.error.costPast");
        assertThatThrownBy(() -> burden.cost(county.inhouse(), burden.today().plusDays(5), BigDecimal.TEN))
                .isInstanceOf(NotFound.class);
    }

    /** Seeded faults, each by itself: tell brokers each time; a day too early; the team from the second day on. */
    @Test
    void tellsTheNextInLineOnTheDayAndNobodyBefore() {
        PackageFacts facts = packages.approved(county, "newtown");
        EpisodeRef ref = examples.active(county, facts);
        Readers brokers = Readers.council(Role.BROKER);
        Readers commissioners = Readers.council(Role.COMMISSIONER);
        assertThat(told(ref, 13)).isEmpty();
        assertThat(told(ref, 14)).containsExactly(brokers);
        assertThat(told(ref, 27)).isEmpty();
        assertThat(told(ref, 28)).containsExactly(commissioners);
        assertThat(told(ref, 41)).isEmpty();
        assertThat(told(ref, 42)).containsExactly(commissioners, Readers.team(facts.team()));
        examples.end(county, ref, EndReason.NOT_NEEDED);
        assertThat(told(ref, 42)).isEmpty();
    }

    /** Each of whom is told once, however often it is asked. */
    private List<Readers> told(EpisodeRef ref, int days) {
        jdbc.sql("update bridging.episode set started_on = carepackages.today() - ? where ref = ?")
                .params(days, ref.value())
                .update();
        List<News> news = escalations.due().stream()
                .filter(one -> one.ref().equals(ref.value()))
                .toList();
        assertThat(news).extracting(News::key).doesNotContainNull().doesNotHaveDuplicates();
        return news.stream().map(News::readers).toList();
    }

    @Test
    void theThreeThatWouldFreeMostAreThoseThatTakeMost() {
        examples.active(county, packages.approved(county, "newtown"));
        Burden.View view = burden.view(county.broker());
        assertThat(view.releases()).hasSizeLessThanOrEqualTo(3).isNotEmpty();
        Comparator<Burden.Line> most = Comparator.comparingInt(Burden.Line::displacedMinutesWeek)
                .thenComparingInt(Burden.Line::carerMinutesWeek);
        assertThat(view.lines())
                .allSatisfy(line -> assertThat(most.compare(view.releases().getFirst(), line))
                        .isNotNegative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void asPagesShowIt(String language) {
        String page = "/" + language + "/bridging/people";
        examples.active(county, packages.approved(county, "newtown"));
        assertThat(mvc.get().uri(page).with(as(county.inhouse()))).hasStatusOk();
        assertThat(mvc.get().uri(page + ".csv").with(as(county.broker()))).hasStatusOk();
        assertThat(mvc.post()
                        .uri(page)
                        .with(as(county.commissioner()))
                        .with(csrf())
                        .param("pounds", "dear"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#pounds", "href=\"#from");
        for (Actor other : List.of(county.socialWorker(), county.providerA(), county.finance()))
            assertThat(mvc.get().uri(page).with(as(other))).hasStatus(404);
    }

    private Burden.Line line(EpisodeRef ref) {
        return burden.view(county.inhouse()).lines().stream()
                .filter(line -> line.ref().equals(ref.value()))
                .findFirst()
                .orElseThrow();
    }

    /** Else nobody is reminded to move the day, and the weeks after it look freer than they are. */
    @ParameterizedTest
    @CsvSource({"en, passed", "cy, wedi mynd heibio"})
    void saysThatAnExpectedEndHasPassed(String language, String word) {
        EpisodeRef ref = examples.active(county, packages.approved(county, "newtown"));
        assertThat(row(language, ref)).doesNotContain(word);
        jdbc.sql(
                        "update bridging.episode set started_on = started_on - 9, expected_end = carepackages.today() - 1 where ref = ?")
                .param(ref.value())
                .update();
        assertThat(row(language, ref)).contains(word);
    }

    private String row(String language, EpisodeRef ref) {
        String page = text(mvc.get()
                .uri("/" + language + "/bridging/people")
                .with(as(county.inhouse()))
                .exchange());
        int from = page.indexOf("/bridging/" + ref);
        return page.substring(from, page.indexOf("</tr>", from));
    }

    private static String text(MvcTestResult shown) {
        return new String(shown.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void refused(Runnable step, String key) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }
}
