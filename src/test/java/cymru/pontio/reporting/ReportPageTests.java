package cymru.pontio.reporting;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.bridging.BridgingExamples;
import cymru.pontio.bridging.EndReason;
import cymru.pontio.bridging.EpisodeRef;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PontioTest
class ReportPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    BridgingExamples bridging;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports",
                "/reports/headline",
                "/reports/hours-delivered",
                "/reports/waiting-list",
                "/reports/bridging",
                "/reports/hours-delivered/rows",
                "/reports/bridging/rows",
                "/reports/headline.csv",
                "/reports/hours-delivered.csv",
                "/reports/waiting-list.csv",
                "/reports/bridging.csv",
                "/reports/bridging/rows.csv"
            })
    void isForTheCouncilsManagersInBothLanguages(String path) {
        assertThat(mvc.get().uri("/en" + path).with(as(county.commissioner()))).hasStatusOk();
        assertThat(mvc.get().uri("/cy" + path).with(as(county.finance()))).hasStatusOk();
        assertThat(mvc.get().uri("/en" + path).with(as(county.providerA()))).hasStatus(404);
        assertThat(mvc.get().uri("/en" + path).with(as(county.auditor()))).hasStatus(404);
        assertThat(mvc.get().uri("/en" + path)).hasStatus(302);
    }

    @Test
    void saysWhatIsWrongWithAPeriodAndKeepsIt() {
        assertThat(mvc.get()
                        .uri("/en/reports/headline?from=yesterday&to=2025-13")
                        .with(as(county.commissioner())))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter the first month as year and month, like 2025-08",
                        "Enter the last month as year and month, like 2025-08",
                        "yesterday",
                        "2025-13");
        YearMonth now = YearMonth.from(Zone.dayOf(Instant.now()));
        for (String report : List.of("headline", "hours-delivered", "bridging", "waiting-list"))
            assertThat(mvc.get()
                            .uri("/en/reports/" + report + "?from=" + now.plusMonths(1) + "&to=" + now.plusMonths(2))
                            .with(as(county.commissioner())))
                    .as(report)
                    .hasStatus(422)
                    .bodyText()
                    .contains("There are no complete figures for this month yet");
        assertThat(mvc.get().uri("/en/reports/headline?from=2024-01&to=" + now).with(as(county.commissioner())))
                .as("half a month beside a whole one")
                .hasStatus(422);
        assertThat(mvc.get()
                        .uri("/en/reports/hours-delivered?from=2024-01&to=" + now)
                        .with(as(county.commissioner())))
                .hasStatusOk();
        assertThat(mvc.get().uri("/cy/reports/headline?from=2025-08&to=2023-09").with(as(county.commissioner())))
                .hasStatus(422)
                .bodyText()
                .contains("Ni chaiff y mis olaf fod cyn y mis cyntaf");
    }

    /** Seeded fault: answer a file's wrong filter as if there were no such file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/headline.csv",
                "/reports/hours-delivered.csv",
                "/reports/hours-delivered/rows.csv",
                "/reports/hours-delivered/rows",
                "/reports/bridging.csv",
                "/reports/bridging/rows",
                "/reports/bridging/rows.csv",
                "/reports/waiting-list.csv",
                "/reports/three-clocks.csv",
                "/measures.csv"
            })
    void saysWhatIsWrongWithThePeriodOfAFileToo(String path) {
        assertThat(mvc.get().uri("/en" + path + "?from=2025-08&to=2023-09").with(as(county.commissioner())))
                .hasStatus(422)
                .bodyText()
                .contains("The last month must not be before the first", "from=2025-08&amp;to=2023-09");
        assertThat(mvc.get().uri("/cy" + path + "?from=%3Cb%3E&to=").with(as(county.commissioner())))
                .hasStatus(422)
                .bodyText()
                .contains("Ni ellir defnyddio’r hidlydd hwn")
                .doesNotContain("<b>");
    }

    /** Seeded fault: a change from nothing taken for none. */
    @Test
    void comparesNothingWithAMonthWithoutCare() {
        for (String to : List.of("2001-02", "2025-08")) {
            String period = "?from=2001-01&to=" + (to.equals("2025-08") ? "2002-01" : to);
            assertThat(mvc.get().uri("/en/reports/headline" + period).with(as(county.commissioner())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("No home care is recorded for January 2001, so there is nothing to compare with.")
                    .doesNotContain("As many hours");
            assertThat(mvc.get().uri("/cy/reports/headline" + period).with(as(county.commissioner())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Nid oes gofal cartref wedi’i gofnodi ar gyfer Ionawr 2001");
        }
    }

    /** Whole weeks from Monday, as for visits, whichever month their days fall in. Seeded fault: cut them at the month. */
    @Test
    void aWeekOfBridgingIsWholeAndHasItsRows() {
        PackageFacts facts = packages.approved(county, "newtown");
        EpisodeRef ref = bridging.active(county, facts);
        for (String day : List.of("2021-04-01", "2021-04-28", "2021-05-01"))
            jdbc.sql("""
                    insert into bridging.actual (episode_id, day, user_minutes, carer_minutes, enablement_minutes_displaced, recorded_by)
                    select id, cast(:day as date), 60, 60, 0, requested_by from bridging.episode where ref = :ref""").param("day", day).param("ref", ref.value()).update();
        try {
            String path = "/en/reports/hours-delivered";
            String april = "from=2021-04&to=2021-04&by=week";
            assertThat(mvc.get().uri(path + ".csv?" + april).with(as(county.commissioner())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("week,2021-04-26,none,,BRIDGING,2.00,2.00,2.00,1")
                    .doesNotContain("2021-03-29");
            assertThat(mvc.get()
                            .uri(path + "/rows.csv?" + april + "&starts=2021-04-26&kind=BRIDGING")
                            .with(as(county.commissioner())))
                    .hasStatusOk()
                    .bodyText()
                    .contains(facts.ref().value(), "BRIDGING,2.00,2.00");
        } finally {
            jdbc.sql("delete from bridging.actual where day < '2022-01-01'").update();
            bridging.end(county, ref, EndReason.NOT_NEEDED);
        }
    }

    /** Three times a third of an hour is an hour, not 0.99. */
    @Test
    void theRowsAddUpToTheirFigureByTheMinute() {
        List<PackageFacts> three = List.of(
                packages.approved(county, "newtown"),
                packages.approved(county, "newtown"),
                packages.approved(county, "newtown"));
        List<EpisodeRef> refs =
                three.stream().map(one -> bridging.active(county, one)).toList();
        for (EpisodeRef ref : refs) jdbc.sql("""
                    insert into bridging.actual (episode_id, day, user_minutes, carer_minutes, enablement_minutes_displaced, recorded_by)
                    select id, date '2021-06-01', 20, 40, 0, requested_by from bridging.episode where ref = :ref""").param("ref", ref.value()).update();
        try {
            String path = "/reports/hours-delivered";
            String june = "?from=2021-06&to=2021-06&kind=BRIDGING&starts=2021-06-01";
            assertThat(mvc.get().uri("/en" + path + ".csv" + june).with(as(county.commissioner())))
                    .bodyText()
                    .contains("month,2021-06-01,none,,BRIDGING,1.00,2.00,");
            assertThat(mvc.get().uri("/en" + path + "/rows" + june).with(as(county.commissioner())))
                    .bodyText()
                    .contains("Together: 3 packages, 1 user hours and 2 carer hours.");
            assertThat(mvc.get().uri("/cy" + path + "/rows" + june).with(as(county.commissioner())))
                    .bodyText()
                    .contains("Gyda’i gilydd: 3 phecyn, oriau defnyddwyr: 1, oriau gofalwyr: 2.");
            assertThat(mvc.get().uri("/en" + path + "/rows.csv" + june).with(as(county.commissioner())))
                    .bodyText()
                    .contains("BRIDGING,0.33,0.67,20,40");
            assertThat(mvc.get()
                            .uri("/en" + path + "/rows" + june.replace("06", "07"))
                            .with(as(county.commissioner())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Together: 0 packages");
        } finally {
            jdbc.sql("delete from bridging.actual where day < '2022-01-01'").update();
            for (EpisodeRef ref : refs) bridging.end(county, ref, EndReason.NOT_NEEDED);
        }
    }

    /** What enablement loses is carer hours. Seeded fault: draw it beside the user hours of bridging. */
    @ParameterizedTest
    @CsvSource({"en, User hours, Carer hours", "cy, Oriau defnyddwyr, Oriau gofalwyr"})
    void userHoursAndCarerHoursHaveADrawingEach(String language, String user, String carer) throws Exception {
        String page = mvc.get()
                .uri("/" + language + "/reports/bridging?from=2021-08&to=2021-09")
                .with(as(county.commissioner()))
                .exchange()
                .getResponse()
                .getContentAsString();
        String[] figures = page.split("<figure");
        assertThat(figures).hasSize(3);
        assertThat(figures[1]).contains(user).doesNotContain(carer);
        assertThat(figures[2].substring(0, figures[2].indexOf("</figure>")))
                .contains(carer)
                .doesNotContain(user);
    }

    /** Bridged twice on a day. Seeded fault: count the minutes of the package on that day for both. */
    @Test
    void theRowsOfBridgingAddUpToTheFigureClicked() {
        PackageFacts facts = packages.approved(county, "newtown");
        EpisodeRef first = bridging.active(county, facts);
        bridging.end(county, first, EndReason.HOSPITAL);
        EpisodeRef second = bridging.active(county, facts);
        for (EpisodeRef ref : List.of(first, second))
            jdbc.sql("""
                    insert into bridging.actual (episode_id, day, user_minutes, carer_minutes, enablement_minutes_displaced, recorded_by)
                    select id, date '2021-08-02', 20, 40, 10, requested_by from bridging.episode where ref = :ref""").param("ref", ref.value()).update();
        try {
            String august = "?from=2021-08&to=2021-08";
            assertThat(mvc.get().uri("/en/reports/bridging.csv" + august).with(as(county.commissioner())))
                    .bodyText()
                    .contains("2021-08,1,0,0.67,1.33,0.33");
            String rows = "/reports/bridging/rows";
            assertThat(mvc.get().uri("/en" + rows + august).with(as(county.commissioner())))
                    .hasStatusOk()
                    .bodyText()
                    .contains(
                            "Together: 1 person bridged, 0.67 user hours, 1.33 carer hours and 0.33 carer hours of enablement displaced.",
                            first.value(),
                            second.value());
            assertThat(mvc.get().uri("/cy" + rows + august).with(as(county.commissioner())))
                    .bodyText()
                    .contains(
                            "Gyda’i gilydd: 1 person yn cael gwasanaeth pontio, oriau defnyddwyr: 0.67, oriau gofalwyr: 1.33,");
            assertThat(mvc.get().uri("/en" + rows + ".csv" + august).with(as(county.commissioner())))
                    .bodyText()
                    .contains(
                            first.value() + "," + facts.ref().value() + ",",
                            second.value() + "," + facts.ref().value() + ",",
                            ",HOSPITAL,0.33,0.67,0.17,20,40,10",
                            ",,,0.33,0.67,0.17,20,40,10");
            assertThat(mvc.get()
                            .uri("/en" + rows + august + "&after="
                                    + (first.value().compareTo(second.value()) < 0 ? first : second).value())
                            .with(as(county.commissioner())))
                    .bodyText()
                    .contains("Together: 1 person bridged, 0.67 user hours")
                    .doesNotContain(">" + (first.value().compareTo(second.value()) < 0 ? first : second).value() + "<");
        } finally {
            jdbc.sql("delete from bridging.actual where day < '2022-01-01'").update();
            bridging.end(county, second, EndReason.NOT_NEEDED);
        }
    }

    /** Seeded fault: tell what is planned now as if it had been known then. */
    @Test
    void theThreeClocksSayWhatCannotBeToldOfAnEarlierMoment() {
        String month = "/reports/three-clocks?from=2025-03&to=2025-03&known=" + Zone.dayOf(Instant.now());
        assertThat(mvc.get().uri("/en" + month).with(as(county.commissioner())))
                .hasStatusOk()
                .bodyText()
                .contains("What was planned cannot be told as it was known");
        assertThat(mvc.get().uri("/cy" + month + "&by=week").with(as(county.commissioner())))
                .hasStatusOk()
                .bodyText()
                .contains("O foment gynharach dim ond yr hyn a ddarparwyd y gellir ei ddweud fesul wythnos");
        assertThat(mvc.get()
                        .uri("/en/reports/three-clocks?from=2025-03&to=2025-03")
                        .with(as(county.commissioner())))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("cannot be told as it was known");
        assertThat(mvc.get()
                        .uri("/en/reports/three-clocks?from=2025-03&to=2025-03&known=2999-01-01")
                        .with(as(county.commissioner())))
                .hasStatus(422);
    }

    @Test
    void splitsByAreaAndByProviderAndByWeek() {
        for (String split : new String[] {"area", "provider", "none"}) {
            assertThat(mvc.get()
                            .uri("/en/reports/hours-delivered?from=2025-07&to=2025-08&by=week&split=" + split)
                            .with(as(county.broker())))
                    .hasStatusOk();
        }
        assertThat(mvc.get()
                        .uri("/en/reports/hours-delivered?provider=nonsense")
                        .with(as(county.broker())))
                .hasStatus(404);
        // Seeded fault: ask for what happened in an area that is not there, and find nothing.
        for (String path : List.of(
                "reports/hours-delivered",
                "reports/waiting-list.csv",
                "reports/bridging",
                "reports/three-clocks",
                "measures.csv"))
            assertThat(mvc.get().uri("/cy/" + path + "?area=atlantis").with(as(county.broker())))
                    .as(path)
                    .hasStatus(404);
    }
}
