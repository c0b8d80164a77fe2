package cymru.pontio.providers.pledge;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How the pledge counts in the quality of bids takes two people and a day to come. */
@PontioTest
class QualitySettingTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    QualitySettings settings;

    @Autowired
    Pledges pledges;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asItWas() {
        jdbc.sql("delete from providers.pledge_quality where proposed_by is not null")
                .update();
    }

    /** Seeded faults: let the proposer adopt; count what is proposed; count it before its day. */
    @Test
    void aSecondCommissionerAdoptsAndItCountsFromItsDay() {
        int number = settings.propose(county.commissioner(), terms(3));
        assertThat(pledges.qualityOn(today().plusDays(3)).weight()).isZero();
        assertBroken(() -> settings.adopt(county.commissioner(), number), "own");
        for (Actor stranger : List.of(county.broker(), county.providerA()))
            assertThatThrownBy(() -> settings.adopt(stranger, number)).isInstanceOf(NotFound.class);
        settings.adopt(county.otherCommissioner(), number);
        assertThat(pledges.qualityOn(today().plusDays(2)).weight()).isZero();
        assertThat(pledges.qualityOn(today().plusDays(3)).weight()).isEqualTo(2);
        assertBroken(() -> settings.turnDown(county.otherCommissioner(), number, "No"), "qualityDecided");
    }

    /** Seeded faults: leave out each of the questions. */
    @Test
    void oneProposalWaitsAtATimeAndNoneReachesBack() {
        assertBroken(() -> settings.propose(county.commissioner(), terms(0)), "startsPast");
        int number = settings.propose(county.commissioner(), terms(1));
        assertBroken(() -> settings.propose(county.otherCommissioner(), terms(9)), "qualityInHand");
        jdbc.sql("update providers.pledge_quality set from_on = ? where number = ?")
                .params(today(), number)
                .update();
        assertBroken(() -> settings.adopt(county.otherCommissioner(), number), "startsPast");
        settings.turnDown(county.commissioner(), number, "Too late");
        assertThat(settings.view(county.broker(), number).status()).isEqualTo(VersionStatus.REFUSED);
        assertThat(settings.propose(county.otherCommissioner(), terms(9))).isGreaterThan(number);
    }

    /** Seeded faults, each by itself: let the form, let the door not ask. */
    @Test
    void whatChangesNothingIsNotProposed() {
        QualitySetting now = settings.on(today().plusDays(1));
        assertThat(now.weight()).isZero();
        QualitySetting.Terms same =
                new QualitySetting.Terms(today().plusDays(1), 0, 1, 2, 3, "Points without a weight");
        assertBroken(() -> settings.propose(county.commissioner(), same), "qualitySame");
        LocalDate day = today().plusDays(1);
        assertThat(post(
                        "/en/pledge/quality/new",
                        county.commissioner(),
                        Map.of(
                                "weight", "0",
                                "bronze", "1",
                                "silver", "2",
                                "gold", "3",
                                "startsOn.day", "" + day.getDayOfMonth(),
                                "startsOn.month", "" + day.getMonthValue(),
                                "startsOn.year", "" + day.getYear(),
                                "reason", "x")))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing would change: the pledge counts like this", "href=\"#weight\"");
    }

    /** Seeded fault: do not ask whether it is still open. */
    @RepeatedTest(3)
    void ofTwoAnswersAtOnceOneCounts() throws Exception {
        int number = settings.propose(county.commissioner(), terms(3));
        CyclicBarrier start = new CyclicBarrier(2);
        List<Object> ends = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> both = new ArrayList<>();
            for (Runnable answer : List.<Runnable>of(
                    () -> settings.adopt(county.otherCommissioner(), number),
                    () -> settings.turnDown(county.commissioner(), number, "Changed my mind")))
                both.add(threads.submit(() -> {
                    start.await();
                    try {
                        answer.run();
                        return "done";
                    } catch (RuleBroken lost) {
                        return lost.messageKey();
                    }
                }));
            for (Future<Object> one : both) ends.add(one.get());
        }
        assertThat(ends).containsExactlyInAnyOrder("done", "pledge.error.qualityDecided");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void isProposedAndDecidedOnPages(String language) {
        String start = "/" + language + "/pledge/quality";
        assertThat(get("/" + language + "/pledge", county.commissioner()))
                .bodyText()
                .contains(start);
        assertThat(get(start + "/new", county.commissioner())).hasStatusOk();
        assertThat(post(start + "/new", county.commissioner(), Map.of("weight", "5", "bronze", "x")))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#weight\"", "href=\"#bronze\"", "href=\"#silver\"", "href=\"#gold\"")
                .contains("href=\"#reason\"", "value=\"5\"");
        MvcTestResult sent = post(
                start + "/new",
                county.commissioner(),
                Map.of(
                        "weight", "1",
                        "bronze", "60",
                        "silver", "80",
                        "gold", "100",
                        "startsOn.day", "1",
                        "startsOn.month", "4",
                        "startsOn.year", "" + today().plusYears(1).getYear(),
                        "reason", "Fair work is quality"));
        assertThat(sent).hasStatus(302);
        String page = sent.getResponse().getRedirectedUrl().replaceAll("\\?.*", "");
        assertThat(get(start + "/new", county.otherCommissioner())).hasStatus(409);
        assertThat(get(page, county.commissioner())).bodyText().doesNotContain("/adoption");
        assertThat(get(page, county.broker())).hasStatusOk().bodyText().doesNotContain("<form id=\"form\"");
        assertThat(get(page, county.otherCommissioner())).bodyText().contains("/adoption", "Fair work is quality");
        assertThat(get("/" + language + "/home", county.otherCommissioner()))
                .bodyText()
                .contains(start);
        assertThat(post(page + "/refusal", county.otherCommissioner(), Map.of()))
                .hasStatus(422);
        assertThat(post(page + "/adoption", county.otherCommissioner(), Map.of()))
                .hasStatus(302);
        // Seeded fault: find the last change of references alone.
        assertThat(post(page + "/adoption", county.commissioner(), Map.of()))
                .hasStatus(409)
                .bodyText()
                .contains(county.otherCommissioner().name());
        assertThat(get(start, county.broker())).hasStatusOk();
    }

    /** Seeded faults, each by itself: look at each figure by itself; only once all three are right. */
    @Test
    void aHigherLevelHasNoFewerPoints() {
        assertThat(post(
                        "/en/pledge/quality/new",
                        county.commissioner(),
                        Map.of(
                                "weight", "1",
                                "bronze", "60",
                                "silver", "50",
                                "gold", "x",
                                "startsOn.day", "1",
                                "startsOn.month", "4",
                                "startsOn.year", "2020",
                                "reason", "x")))
                .hasStatus(422)
                .bodyText()
                .contains("A higher level cannot have fewer points", "The first day must be after today");
    }

    private QualitySetting.Terms terms(int days) {
        return new QualitySetting.Terms(today().plusDays(days), 2, 60, 80, 100, "Fair work is quality");
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor, Map<String, String> fields) {
        var request = mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .with(as(actor))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static void assertBroken(Runnable verb, String why) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("pledge.error." + why));
    }
}
