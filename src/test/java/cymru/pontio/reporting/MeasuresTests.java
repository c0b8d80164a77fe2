package cymru.pontio.reporting;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** In February 2022, when no other test has a placement due, provider C is to start six and provider A one. */
@PontioTest
@Transactional
class MeasuresTests {
    private static final LocalDate DUE = LocalDate.of(2022, 2, 7);
    private static final PeriodForm FEBRUARY = new PeriodForm("2022-02", "2022-02", null, null, null, null);

    @Autowired
    Measures measures;

    @Autowired
    PlacementExamples placements;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private void sevenAreDue() {
        start(county.providerA(), DUE);
        start(county.providerC(), DUE.minusDays(1));
        start(county.providerC(), DUE);
        start(county.providerC(), DUE.plusDays(1));
        start(county.providerC(), DUE.plusDays(7));
        start(county.providerC(), DUE.plusDays(8));
        start(county.providerC(), null);
    }

    private PackageFacts start(Actor provider, @Nullable LocalDate visited) {
        PlacementExamples.Accepted one = placements.pending(county, placements.approved(county), provider);
        jdbc.sql("update placements.placement set agreed_start = ?, first_visit_at = ?, status = ? where id = ?")
                .params(
                        DUE,
                        visited == null ? null : Timestamp.from(Zone.startOf(visited)),
                        visited == null ? "PENDING_START" : "LIVE",
                        one.id())
                .update();
        return one.carePackage();
    }

    private Figure own(Actor actor, Measure measure) {
        return measures.line(actor, measure, FEBRUARY).own();
    }

    /** Seeded fault: compare with < in started_on_time.sql. */
    @Test
    void aStartOnTheAgreedDayIsOnTimeAndOneADayLaterIsNot() {
        sevenAreDue();
        Figure figure = own(county.commissioner(), Measure.STARTED_ON_TIME);
        assertThat(figure.cases()).isEqualTo(7);
        assertThat(figure.met()).isEqualTo(3);
        assertThat(figure.percent()).isEqualByComparingTo("42.9");
    }

    @Test
    void theSeventhDayIsWithinAWeekAndTheEighthIsNot() {
        sevenAreDue();
        Figure figure = own(county.commissioner(), Measure.STARTED_WITHIN_A_WEEK);
        assertThat(figure.met()).isEqualTo(5);
        assertThat(figure.cases()).isEqualTo(7);
    }

    @Test
    void aStartAgreedAnewAfterAFailedOneIsStillJudgedByTheFirstDay() {
        PackageFacts facts = start(county.providerB(), DUE.plusDays(3));
        jdbc.sql("""
                insert into placements.failed_start (placement_id, due_on, reason, new_start, by_account, by_name, at)
                select id, agreed_start, 'Nobody came', agreed_start + 3, id, 'A', now() from placements.placement
                where care_package_id = ?""").param(facts.id().value()).update();
        jdbc.sql("update placements.placement set agreed_start = agreed_start + 3 where care_package_id = ?")
                .param(facts.id().value())
                .update();
        PeriodForm ofB = new PeriodForm(
                "2022-02",
                "2022-02",
                null,
                null,
                null,
                county.providerB().organisation().toString());
        assertThat(measures.line(county.broker(), Measure.STARTED_ON_TIME, ofB)
                        .own()
                        .met())
                .isZero();
        assertThat(measures.line(county.broker(), Measure.FAILED_STARTS, ofB)
                        .own()
                        .met())
                .isEqualTo(1);
    }

    /** Seeded fault: let a provider's filter decide whose cases it reads. */
    @Test
    void aProviderReadsItsOwnCasesWhateverItAsksFor() {
        sevenAreDue();
        PeriodForm ofC = new PeriodForm(
                "2022-02",
                "2022-02",
                null,
                null,
                null,
                county.providerC().organisation().toString());
        assertThat(measures.line(county.providerA(), Measure.STARTED_ON_TIME, ofC)
                        .own()
                        .cases())
                .isEqualTo(1);
        assertThat(measures.cases(county.providerA(), Measure.STARTED_ON_TIME, ofC, "", 50))
                .hasSize(1);
    }

    /**
     * Seeded faults, each by itself: give the figure of all whatever stands behind it; give it for an area too, so that the other
     * areas taken from the whole leave the few of one.
     */
    @Test
    void aProviderReadsTheFigureOfAllOnlyForTheWholeCountyAndWhereFiveOrMoreCasesStandBehindIt() {
        start(county.providerB(), DUE);
        assertThat(measures.line(county.providerA(), Measure.STARTED_ON_TIME, FEBRUARY)
                        .all())
                .isNull();
        sevenAreDue();
        assertThat(Objects.requireNonNull(measures.line(county.providerA(), Measure.STARTED_ON_TIME, FEBRUARY)
                                .all())
                        .cases())
                .isEqualTo(8);
        jdbc.sql("update placements.placement set locality = 'brecon' where agreed_start = ?")
                .param(DUE)
                .update();
        assertThat(measures.line(
                                county.providerA(),
                                Measure.STARTED_ON_TIME,
                                new PeriodForm("2022-02", "2022-02", null, null, "brecon", null))
                        .all())
                .isNull();
    }

    @Test
    void whatBelongsToNoProviderIsNotThereForProviders() {
        assertThatThrownBy(() -> measures.line(county.providerA(), Measure.WAITING, FEBRUARY))
                .isInstanceOf(NotFound.class);
        assertThat(measures.lines(county.providerA(), FEBRUARY))
                .extracting(line -> line.own().measure())
                .doesNotContain(Measure.WAITING, Measure.HOURS_BRIDGING, Measure.BRIDGED_DAYS);
    }

    /**
     * Advertised on Friday 11 February 2022 at 16:00; taken on Monday at 10:30 (2.5 hours of working time, told as 3) and on
     * the Friday at 18:00 (1 hour). Seeded fault: count Saturdays.
     */
    @Test
    void aProviderIsFoundInCalendarDaysAndInHoursOfWorkingTime() {
        sourced("2022-02-14T10:30");
        Figure one = own(county.commissioner(), Measure.TIME_TO_SOURCE_WORKING);
        assertThat(one.longest()).isEqualTo(3);
        assertThat(own(county.commissioner(), Measure.TIME_TO_SOURCE).longest()).isEqualTo(3);
        sourced("2022-02-11T18:00");
        Figure two = own(county.commissioner(), Measure.TIME_TO_SOURCE_WORKING);
        assertThat(two.cases()).isEqualTo(2);
        assertThat(two.median()).isEqualByComparingTo("2");
        assertThat(own(county.commissioner(), Measure.TIME_TO_SOURCE).median()).isEqualByComparingTo("1.5");
        assertThat(mvc.get().uri("/en/measures?from=2022-02&to=2022-02").with(as(county.commissioner())))
                .bodyText()
                .contains("Median 2 working hours; nine in ten within 3", "Median 1.5 days");
        assertThat(mvc.get().uri("/cy/measures?from=2022-02&to=2022-02").with(as(county.commissioner())))
                .bodyText()
                .contains("Canolrif 2 awr waith; naw o bob deg o fewn 3", "Canolrif 1.5 diwrnod");
    }

    private void sourced(String acceptedAt) {
        PlacementExamples.Accepted one = placements.pending(county, placements.approved(county), county.providerC());
        jdbc.sql("""
                update placements.placement set accepted_at = cast(:at as timestamp) at time zone 'Europe/London' where id = :id""").param("at", acceptedAt).param("id", one.id()).update();
        jdbc.sql("""
                update adverts.advert set published_at = timestamp '2022-02-11 16:00' at time zone 'Europe/London',
                    care_package_id = (select care_package_id from placements.placement where id = :id)
                where ref = :advert""")
                .param("advert", placements.round(county).advert().ref().value())
                .param("id", one.id())
                .update();
    }

    @ParameterizedTest
    @EnumSource
    void theCasesAddUpToTheFigure(Measure measure) {
        PeriodForm wide = new PeriodForm("2021-01", "2030-12", null, null, null, null);
        Figure figure = measures.line(county.commissioner(), measure, wide).own();
        List<Measures.Case> cases = measures.cases(county.commissioner(), measure, wide, "", 100_000);
        assertThat(cases.stream().mapToLong(Measures.Case::cases).sum()).isEqualTo(figure.cases());
        assertThat(cases.stream().mapToLong(Measures.Case::met).sum()).isEqualTo(figure.met());
        assertThat(cases.stream().mapToLong(Measures.Case::userMinutes).sum()).isEqualTo(figure.userMinutes());
        assertThat(cases.stream().mapToLong(Measures.Case::carerMinutes).sum()).isEqualTo(figure.carerMinutes());
    }

    @ParameterizedTest
    @EnumSource
    void eachMeasureHasItsDefinitionAndItsFileInBothLanguages(Measure measure) {
        String path = "/measures/" + measure.path();
        assertThat(mvc.get().uri("/en" + path + "?from=2022-02&to=2022-02").with(as(county.finance())))
                .hasStatusOk();
        assertThat(mvc.get().uri("/cy" + path + "?from=2022-02&to=2022-02").with(as(county.finance())))
                .hasStatusOk();
        assertThat(mvc.get().uri("/en" + path + ".csv").with(as(county.finance())))
                .hasStatusOk();
        assertThat(mvc.get().uri("/en" + path).with(as(county.socialWorker()))).hasStatus(404);
        assertThat(mvc.get().uri("/en" + path).with(as(county.providerA())))
                .hasStatus(measure.byProvider() ? 200 : 404);
    }

    /** Seeded fault: leave the definitions to the pages of the measures. */
    @Test
    void thePageShowsFigureDenominatorAndDefinition() {
        sevenAreDue();
        assertThat(mvc.get().uri("/en/measures?from=2022-02&to=2022-02").with(as(county.commissioner())))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "42.9%: 3 of 7",
                        "Started on the agreed day or before", "A start agreed anew after a failed one");
        assertThat(mvc.get().uri("/cy/measures?from=2022-02&to=2022-02").with(as(county.providerC())))
                .hasStatusOk()
                .bodyText()
                .contains("33.3%: 2 o 6", "Pob darparwr");
        assertThat(mvc.get().uri("/en/measures?from=wrong&to=2022-02").with(as(county.broker())))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the first month", "wrong");
    }
}
