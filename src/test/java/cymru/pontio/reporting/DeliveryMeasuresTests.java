package cymru.pontio.reporting;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.CallPlans;
import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.carepackages.Replan;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.Placements;
import cymru.pontio.placements.ServiceOrders;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import cymru.pontio.visits.calls.CallDays;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/**
 * March 2022 with provider C, when no other test has care. A week of a package is 885 user minutes and 1305 carer minutes: 45
 * every morning, time-critical; 30 at lunch on weekdays; 60 by two workers every evening. The first person is away from the
 * tenth at two in the afternoon to the fourteenth at ten; from the 22nd on the morning takes 60. The second has neither.
 */
@PontioTest
@Transactional
class DeliveryMeasuresTests {
    private static final LocalDate FIRST = LocalDate.of(2022, 3, 1);

    @Autowired
    Measures measures;

    @Autowired
    Reports reports;

    @Autowired
    ThreeClocks clocks;

    @Autowired
    PlacementExamples examples;

    @Autowired
    Placements placements;

    @Autowired
    CallPlans plans;

    @Autowired
    ServiceOrders orders;

    @Autowired
    CallDays days;

    @Autowired
    County county;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private PlacementExamples.Accepted one;
    private PlacementExamples.Accepted two;
    private PeriodForm march;
    private int number;

    /** Committed by itself, as the imports do it. */
    @BeforeTransaction
    void openTheMonth() {
        jdbc.sql("select visits.open_month('2022-03-01'), visits.open_month('2022-10-01')")
                .query((row, n) -> n)
                .list();
    }

    @BeforeEach
    void twoPeople() {
        march = month("2022-03");
        one = since(LocalDate.of(2022, 1, 1));
        two = since(LocalDate.of(2022, 1, 1));
        inHospitalAndLonger(one);
    }

    /** From two in the afternoon of the 10th to ten in the morning of the 14th; and an hour each morning from the 22nd. */
    private void inHospitalAndLonger(PlacementExamples.Accepted who) {
        away(
                who,
                day(10).atTime(14, 0).atZone(Zone.LONDON).toInstant(),
                day(14).atTime(10, 0).atZone(Zone.LONDON).toInstant());
        UUID morning = plans.since(who.carePackage().id(), FIRST).stream()
                .filter(call -> call.call().band() == Band.MORNING)
                .findFirst()
                .orElseThrow()
                .call()
                .id();
        CallTerms longer = new CallTerms(
                "1234567",
                Band.MORNING,
                LocalTime.of(7, 0),
                LocalTime.of(9, 0),
                60,
                1,
                "Insulin",
                Tier.DAILY_ESSENTIAL,
                null,
                WorkerGender.ANY,
                "Insulin, wash, breakfast.");
        List<Replan.Begun> begun = plans.replan(
                county.broker(),
                who.carePackage().id(),
                new Replan(
                        "VAR-" + who.ref(),
                        day(22),
                        null,
                        Set.of(morning),
                        List.of(new Replan.NewCall(morning, longer))));
        orders.amend(who.id(), who.carePackage().id(), "VAR-" + who.ref(), List.of(day(22)), begun, clock.instant());
    }

    /**
     * Told late: that the second was in hospital and needs longer mornings since the 22nd, began on the 4th only, what became of
     * a change; of the first a visit, a correction, and the lunch that seemed missed. As it was known before, the second’s month was
     * 3919 minutes, 75 were given to the first and one of three calls was missed.
     * Seeded fault: ask for what is known now in known/commissioned.sql, readings.sql, starts.sql or changes.sql.
     */
    @Test
    void askedAgainAsItWasKnownEveryFigureIsTheSameWhateverWasToldSince() {
        told(one, 2, "08:00", "08:00", 45, 1, "DELIVERED");
        told(one, 2, null, "20:10", 30, 2, "DELIVERED");
        change(two, "INCREASE", day(1), day(2), false);
        read(2);
        PeriodForm then = march.known(jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant()
                .toString());
        List<Measures.Line> before = measures.lines(county.commissioner(), then);
        Map<Measure, Figure> was = figures(then);
        assertThat(was.get(Measure.HOURS_COMMISSIONED).userMinutes()).isEqualTo(3690 + 3919);
        assertThat(was.get(Measure.HOURS_AGENCY).userMinutes()).isEqualTo(75);
        assertThat(was.get(Measure.HOURS_AGENCY).carerMinutes()).isEqualTo(105);
        assertThat(was.get(Measure.CALLS_MISSED).met()).isEqualTo(1);
        assertThat(was.get(Measure.CHANGES_IN_TIME).cases()).isEqualTo(1);
        assertThat(was.get(Measure.DELIVERED_OF_COMMISSIONED).met()).isEqualTo(75);
        assertThat(was).doesNotContainKey(Measure.HOURS_ENABLEMENT);

        inHospitalAndLonger(two);
        told(one, 3, null, "07:30", 45, 1, "DELIVERED");
        told(one, 2, "12:00", "12:00", 30, 1, "DELIVERED");
        corrected(one, 2, 30);
        read(2);
        jdbc.sql("update placements.placement set first_visit_at = ?, agreed_start = ? where id = ?")
                .params(Timestamp.from(Zone.startOf(day(5))), day(4), two.id())
                .update();
        jdbc.sql("""
                with refused as (update placements.variation set status = 'REJECTED' where placement_id = ? returning id)
                insert into placements.variation_event (variation_id, event, by_account, by_name, reason)
                select id, 'REJECTED', ?, 'A', 'No' from refused""").params(two.id(), county.broker().userId()).update();

        assertThat(measures.lines(county.commissioner(), then)).isEqualTo(before);
        Map<Measure, Figure> is = figures(march);
        // Two was due from the 4th only: 885 on 15 days (three of them away) and 990 on 10, a seventh of each.
        assertThat(is.get(Measure.HOURS_COMMISSIONED).userMinutes())
                .isEqualTo(3690 + Math.round((885 * 15 + 990 * 10) / 7.0));
        assertThat(is.get(Measure.HOURS_AGENCY).userMinutes()).isEqualTo(75 + 45 + 30 - 15);
        assertThat(is.get(Measure.CALLS_MISSED).met()).isZero();
        assertThat(is.get(Measure.CHANGES_IN_TIME).cases()).isZero();
        assertThat(is.get(Measure.STARTED_ON_TIME).cases()).isEqualTo(1);
        assertThat(was.get(Measure.STARTED_ON_TIME).cases()).isZero();
        assertThat(mvc.get().uri(URI.create("/en/measures" + then.query())).with(as(county.finance())))
                .hasStatusOk()
                .bodyText()
                .contains("Asked again, this page gives the same figures", "Not shown, because nothing says any more");
    }

    /**
     * The reports too: 75 minutes were given by the end of the second, in the week of the last of February by none but these.
     * Seeded fault: ask for what is known now in sql/reporting/known, waiting_over_time.sql or bridging_over_time.sql.
     */
    @Test
    void reportsAskedAgainAsTheyWereKnownAreTheSame() {
        told(one, 2, "08:00", "08:00", 45, 1, "DELIVERED");
        told(one, 2, null, "20:10", 30, 2, "DELIVERED");
        Instant asked = jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
        PeriodForm then = march.known(asked.toString());
        PeriodForm weeks = new PeriodForm("2022-02", "2022-03", "week", "provider", "", "", asked.toString());
        List<Reports.HoursLine> month = hours(then);
        List<Reports.HoursLine> week = hours(weeks);
        List<Reports.MonthOfCare> care = reports.longTermCare(county.finance(), then);
        List<Reports.WaitingDay> waiting = reports.waiting(county.finance(), then);
        List<Reports.BridgingMonth> bridging = reports.bridging(county.finance(), then);
        assertThat(month).singleElement().satisfies(line -> {
            assertThat(line.userMinutes()).isEqualTo(75);
            assertThat(line.carerMinutes()).isEqualTo(105);
            assertThat(line.people()).isEqualTo(1);
        });
        assertThat(week).singleElement().satisfies(line -> {
            assertThat(line.startsOn()).isEqualTo(LocalDate.of(2022, 2, 28));
            assertThat(line.userMinutes()).isEqualTo(75);
        });
        assertThat(care.getFirst().people()).isEqualTo(1);

        told(two, 3, null, "07:30", 45, 1, "DELIVERED");
        corrected(one, 2, 30);
        waitingSince(two);
        bridged(two);

        assertThat(hours(then)).isEqualTo(month);
        assertThat(hours(weeks)).isEqualTo(week);
        assertThat(reports.longTermCare(county.finance(), then)).isEqualTo(care);
        assertThat(reports.waiting(county.finance(), then)).isEqualTo(waiting);
        assertThat(reports.bridging(county.finance(), then)).isEqualTo(bridging);
        assertThat(hours(march).getFirst().userMinutes()).isEqualTo(75 + 45 - 15);
        assertThat(reports.longTermCare(county.finance(), march).getFirst().people())
                .isEqualTo(2);
        assertThat(reports.waiting(county.finance(), march).getFirst().waiting())
                .isEqualTo(waiting.getFirst().waiting() + 1);
        assertThat(reports.bridging(county.finance(), march).getFirst().userMinutes())
                .isEqualTo(bridging.getFirst().userMinutes() + 30);
    }

    /**
     * An increase is told late and a file revised: 990 instead of 885 on the second’s last ten days, three whole days away, a
     * visit of 30 instead of 45. Seeded fault: ask for what is known now in known/three_clocks.sql.
     */
    @Test
    void theThreeClocksAskedAgainAsTheyWereKnownAreTheSame() {
        told(one, 2, "08:00", "08:00", 45, 1, "DELIVERED");
        told(one, 2, null, "20:10", 30, 2, "DELIVERED");
        String asked = jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant()
                .toString();
        PeriodForm then = march.known(asked);
        PeriodForm weeks = new PeriodForm("2022-02", "2022-03", "week", "provider", "", march.provider(), asked);
        List<ThreeClocks.Line> month = clocks.lines(county.finance(), then, null);
        List<ThreeClocks.Line> week = clocks.lines(county.finance(), weeks, null);
        assertThat(month).singleElement().satisfies(line -> {
            assertThat(line.commissionedUser()).isEqualTo(3690 + 3919);
            assertThat(line.commissionedCarer()).isEqualTo(5370 + 5779);
            assertThat(line.plannedUser()).isNull();
            assertThat(line.deliveredUser()).isEqualTo(75);
            assertThat(line.deliveredCarer()).isEqualTo(105);
        });
        assertThat(week).singleElement().satisfies(line -> {
            assertThat(line.startsOn()).isEqualTo(LocalDate.of(2022, 2, 28));
            assertThat(line.commissionedUser()).isNull();
            assertThat(line.deliveredUser()).isEqualTo(75);
        });
        assertThat(clocks.lines(county.finance(), then, two.carePackage().ref().value())
                        .getFirst()
                        .commissionedUser())
                .isEqualTo(3919);

        inHospitalAndLonger(two);
        corrected(one, 2, 30);

        assertThat(clocks.lines(county.finance(), then, null)).isEqualTo(month);
        assertThat(clocks.lines(county.finance(), weeks, null)).isEqualTo(week);
        ThreeClocks.Line now = clocks.lines(county.finance(), march, null).getFirst();
        assertThat(now.commissionedUser()).isEqualTo(2 * 3690);
        assertThat(now.deliveredUser()).isEqualTo(75 - 15);
    }

    /**
     * Away from the tenth at two to the fourteenth at ten: who came at the moment of going or of coming back is as due as ever.
     * Seeded faults, each by itself: count what came after the return; ask for what is known now.
     */
    @Test
    void theHoursDeliveredSayHowMuchWasRecordedWhileThePersonWasAway() {
        for (String due : List.of("2 08:00", "10 14:00", "14 10:00")) {
            String[] at = due.split(" ");
            told(one, Integer.parseInt(at[0]), null, at[1], 30, 1, "DELIVERED");
        }
        told(one, 12, "08:00", null, 0, 1, "MISSED");
        told(two, 12, "08:00", "08:00", 30, 1, "DELIVERED");
        PeriodForm before = march.known(jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant()
                .toString());
        told(one, 11, null, "08:00", 45, 1, "DELIVERED");
        told(one, 12, null, "20:10", 30, 2, "UNPLANNED");
        PeriodForm week = new PeriodForm("2022-03", "2022-03", "week", "none", "", march.provider());
        for (PeriodForm form : List.of(march, week))
            assertThat(reports.notDue(county.finance(), form)).isEqualTo(new Reports.RowsSum(1, 75, 105));
        assertThat(reports.notDue(county.finance(), before)).isEqualTo(new Reports.RowsSum(0, 0, 0));
        assertThat(hours(march).getFirst().userMinutes()).isEqualTo(4 * 30 + 75);
        String query = "?from=2022-03&to=2022-03&provider=" + march.provider();
        for (String page : List.of("hours-delivered", "three-clocks"))
            assertThat(mvc.get().uri("/en/reports/" + page + query).with(as(county.finance())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("1.25 user hours and 1.75 carer hours of 1 package", "kind=NOT_DUE");
        assertThat(mvc.get()
                        .uri("/cy/reports/hours-delivered/rows" + query + "&kind=NOT_DUE")
                        .with(as(county.broker())))
                .hasStatusOk()
                .bodyText()
                .contains(one.carePackage().ref().value(), "1.25", "pan oedd y person i ffwrdd neu wedi marw")
                .doesNotContain(two.carePackage().ref().value());
    }

    /** It has no choice of area: care of the county beside the waiting of one area would mislead. Seeded fault: ask for the area. */
    @Test
    void theHeadlineIsOfTheWholeCountyWhateverStandsInTheAddress() {
        waitingSince(two);
        String headline = "/en/reports/headline.csv?from=2022-02&to=2022-03";
        assertThat(mvc.get().uri(headline + "&area=ystradgynlais").with(as(county.finance())))
                .hasStatusOk()
                .bodyText()
                .contains("people_waiting")
                .isEqualTo(
                        text(mvc.get().uri(headline).with(as(county.finance())).exchange()));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void reportsSayThatTheyAreAsKnownAndLeadToRowsAsKnown() {
        for (String path : List.of("hours-delivered", "headline", "waiting-list", "bridging"))
            assertThat(mvc.get()
                            .uri("/en/reports/" + path + "?from=2022-02&to=2022-03&known=2022-04-02")
                            .with(as(county.finance())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("As it was known at the end of 2 April 2022", "known=2022-04-02");
        assertThat(mvc.get()
                        .uri("/cy/reports/headline?from=2022-02&to=2022-03&known=2022-03-30")
                        .with(as(county.finance())))
                .hasStatus(422)
                .bodyText()
                .contains("Nid oedd y mis hwnnw ar ben");
    }

    private List<Reports.HoursLine> hours(PeriodForm form) {
        return reports.hours(county.finance(), form).stream()
                .filter(line -> line.kind().equals("AGENCY"))
                .toList();
    }

    /** Said now: the package was approved on the tenth of March, and nobody cared. */
    private void waitingSince(PlacementExamples.Accepted who) {
        jdbc.sql("""
                insert into carepackages.status_event (care_package_id, status, effective_at, by_account, by_name, locality,
                    user_minutes_week, carer_minutes_week)
                select id, 'APPROVED', ?, ?, 'A', locality, 885, 1305 from carepackages.care_package where id = ?""")
                .params(
                        Timestamp.from(Zone.startOf(day(10))),
                        county.manager().userId(),
                        who.carePackage().id().value())
                .update();
    }

    /** Said now: half an hour on the eleventh of March. */
    private void bridged(PlacementExamples.Accepted who) {
        jdbc.sql("""
                with episode as (
                    insert into bridging.episode (id, ref, care_package_id, person_id, locality, status, user_minutes_week,
                        carer_minutes_week, reason, requested_by, requested_at, answered_by, answered_at, started_on, review_on)
                    select gen_random_uuid(), 'BRG-' || ref, id, person_id, locality, 'ACTIVE', 885, 1305, 'NO_PROVIDER', :by, now(),
                        :by, clock_timestamp(), :day, :day from carepackages.care_package where id = :id returning id)
                insert into bridging.actual (episode_id, day, user_minutes, carer_minutes, enablement_minutes_displaced, recorded_by)
                select id, :day, 30, 30, 0, :by from episode""")
                .param("by", county.inhouse().userId())
                .param("day", day(11))
                .param("id", who.carePackage().id().value())
                .update();
    }

    private Map<Measure, Figure> figures(PeriodForm form) {
        return measures.lines(county.commissioner(), form).stream()
                .collect(Collectors.toMap(line -> line.own().measure(), Measures.Line::own));
    }

    /** What was told of the morning of that day, told anew. */
    private void corrected(PlacementExamples.Accepted at, int day, int minutes) {
        jdbc.sql("""
                with gone as (update visits.visit v set superseded_at = clock_timestamp()
                    where v.id = (select min(id) from visits.visit where placement_id = :placement and visit_date = :day)
                        and v.visit_date = :day returning v.*)
                insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality, kind,
                    visit_date, planned_start, actual_start, actual_end, workers, status, user_minutes, recorded_by, recorded_at)
                select provider_id, provider_visit_id || '-2', placement_id, care_package_id, person_id, locality, kind, visit_date,
                    planned_start, actual_start, actual_start + :minutes * interval '1 minute', workers, status, :minutes, recorded_by,
                    clock_timestamp()
                from gone""")
                .param("placement", at.id())
                .param("day", day(day))
                .param("minutes", minutes)
                .update();
    }

    /**
     * The first: 885 on 18 days (three whole days away) and 990 on 10, a seventh of each: 3690. The second: 885 on 31 days,
     * a seventh of that is 3919.3.
     */
    @Test
    void commissionedIsASeventhOfTheWeekForEachDayInForceOnWhichThePersonIsNotAway() {
        Figure figure = own(Measure.HOURS_COMMISSIONED);
        assertThat(figure.userMinutes()).isEqualTo((885 * 18 + 990 * 10) / 7 + 3919);
        assertThat(figure.carerMinutes()).isEqualTo((1305 * 18 + 1410 * 10) / 7 + 5779);
        assertThat(figure.people()).isEqualTo(2);
    }

    /**
     * 31 mornings, 23 lunches and 31 evenings are 3945 minutes, ten mornings more are 150. Away: lunch and evening of the
     * tenth, all of the eleventh to the thirteenth, the morning of the fourteenth: 90 + 135 + 105 + 105 + 45.
     * Seeded fault: plan suspended calls.
     */
    @Test
    void plannedAreTheCallsThatFallOnTheDaysWithoutThoseThatAreSuspended() {
        ThreeClocks.Line first = clocks.lines(
                        county.broker(), march, one.carePackage().ref().value())
                .getFirst();
        assertThat(first.plannedUser()).isEqualTo(3945 + 150 - 480);
        assertThat(first.plannedCarer()).isEqualTo(3945 + 31 * 60 + 150 - (480 + 4 * 60));
        assertThat(first.commissionedUser()).isEqualTo(3690);
        assertThat(first.commissionedCarer()).isEqualTo(5370);
        assertThat(jdbc.sql("""
                select sum(minutes) from placements.report_calls_on('2022-03-01', '2022-03-31')
                where placement_id = ? and not suspended""").param(one.id()).query(Long.class).single()).isEqualTo(first.plannedUser());
    }

    /** Whatever it is made of, be it of no package. Seeded fault: list only cases that have a reference. */
    @Test
    void theCasesBehindEachMeasureAddUpToIt() {
        visit(one, 2, "07:30", 45, 1, "W1");
        visit(two, 3, "20:15", 60, 2, "W2");
        days.readAll();
        jdbc.sql("""
                insert into bridging.enablement_actual (monday, locality, user_minutes, carer_minutes, people)
                values ('2022-03-07', 'newtown', 100, 130, 3), ('2022-03-14', 'newtown', 20, 20, 1)""").update();
        PeriodForm everybody = new PeriodForm("2022-03", "2022-03", null, null, null, null);
        for (PeriodForm period : List.of(march, everybody))
            for (Measure measure : Measure.values()) {
                Figure figure =
                        measures.line(county.commissioner(), measure, period).own();
                List<Measures.Case> cases = measures.cases(county.commissioner(), measure, period, "", 100_000);
                assertThat(cases.stream().mapToLong(Measures.Case::cases).sum())
                        .as("cases of %s", measure)
                        .isEqualTo(figure.cases());
                assertThat(cases.stream().mapToLong(Measures.Case::met).sum())
                        .as("met of %s", measure)
                        .isEqualTo(figure.met());
                assertThat(cases.stream().mapToLong(Measures.Case::userMinutes).sum())
                        .as("user minutes of %s", measure)
                        .isEqualTo(figure.userMinutes());
                assertThat(cases.stream().mapToLong(Measures.Case::carerMinutes).sum())
                        .as("carer minutes of %s", measure)
                        .isEqualTo(figure.carerMinutes());
            }
        assertThat(measures.line(county.commissioner(), Measure.HOURS_ENABLEMENT, everybody)
                        .own()
                        .userMinutes())
                .isGreaterThanOrEqualTo(120);
    }

    /** A week is 885 at the start; the longer mornings come later. Seeded fault: count the week of the last day. */
    @Test
    void whatIsHandedBackIsCountedInPlacementsAndInHoursOfTheFirstDay() {
        jdbc.sql("""
                insert into placements.notice (placement_id, reason, handback, note, days, given_on, ends_on, by_account, by_name, at)
                values (?, 'HANDBACK', 'RATE', '', 28, '2022-03-10', '2022-04-09', ?, 'A', now())""").params(one.id(), county.providerC().userId()).update();
        share(Measure.HANDBACKS, 1, 2);
        share(Measure.HANDBACK_HOURS, 885, 2 * 885);
        assertThat(mvc.get().uri("/en/measures/handback-hours" + march.query()).with(as(county.finance())))
                .hasStatusOk()
                .bodyText()
                .contains("50%: 14.75 of 29.5 user hours", "User hours a week", "Counted in the figure")
                .doesNotContain("Hours commissioned");
        assertThat(mvc.get().uri("/en/measures/handbacks" + march.query()).with(as(county.finance())))
                .as("seeded fault: leave the reason out")
                .bodyText()
                .containsSubsequence("The rate no longer covers the cost", "1 package");
        assertThat(mvc.get().uri("/cy/measures/handback-hours" + march.query()).with(as(county.providerC())))
                .bodyText()
                .containsSubsequence("Nid yw’r gyfradd yn talu’r gost mwyach", "14.75 o oriau defnyddwyr yr wythnos");
        assertThat(measures.cases(county.finance(), Measure.HANDBACKS, march, "", 10))
                .as("seeded fault: leave the reason out of the cases")
                .extracting(Measures.Case::met, Measures.Case::reason)
                .containsExactlyInAnyOrder(tuple(1L, "RATE"), tuple(0L, null));
        assertThat(mvc.get().uri("/en/measures/handbacks.csv" + march.query()).with(as(county.finance())))
                .bodyText()
                .contains(",RATE");
        PeriodForm april = month("2022-04");
        Figure later = measures.line(county.commissioner(), Measure.HANDBACK_HOURS, april)
                .own();
        assertThat(later.met()).isZero();
        assertThat(later.cases()).isEqualTo(990 + 885);
    }

    /** The second got more than was ordered; that does not make up for the first. Seeded fault: do not cap. */
    @Test
    void deliveredOfCommissionedIsShownWithAndWithoutWhatIsAboveTheOrder() {
        visit(one, 2, "07:30", 45, 1, "W1");
        visit(one, 2, "20:15", 60, 1, "W1");
        for (int day = 1; day <= 10; day++) visit(two, day, "08:00", 400, 1, "W1");
        Figure all = own(Measure.DELIVERED_OF_COMMISSIONED);
        assertThat(all.cases()).isEqualTo(3690 + 3919);
        assertThat(all.met()).isEqualTo(105 + 4000);
        assertThat(own(Measure.DELIVERED_OF_COMMISSIONED_CAPPED).met()).isEqualTo(105 + 3919);
        Figure carers = own(Measure.CARERS_OF_COMMISSIONED);
        assertThat(carers.cases()).isEqualTo(5370 + 5779);
        assertThat(carers.met()).isEqualTo(105 + 4000);
        assertThat(own(Measure.CARERS_OF_COMMISSIONED_CAPPED).met()).isEqualTo(105 + 4000);
        assertThat(mvc.get()
                        .uri("/en/measures/delivered-of-commissioned" + march.query())
                        .with(as(county.finance())))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "53.9%: 68.42 of 126.82 user hours",
                        one.carePackage().ref().value());
    }

    /** The second of March has a missed lunch and a short evening, the third a late morning, a cancelled lunch, no evening. */
    @Test
    void callsAreMissedPunctualOrShortOutOfThoseThatWereDueAndAttended() {
        told(one, 2, "08:00", "08:30", 45, 1, "DELIVERED");
        told(one, 2, "12:00", null, 0, 1, "MISSED");
        told(one, 2, null, "20:10", 30, 2, "DELIVERED");
        told(one, 3, "08:00", "08:31", 45, 1, "DELIVERED");
        told(one, 3, "12:00", null, 0, 1, "CANCELLED_BY_PERSON");
        told(one, 10, null, "07:30", 45, 1, "DELIVERED");
        told(one, 11, "08:00", null, 0, 1, "MISSED");
        read(2, 3, 10, 11, 12);
        share(Measure.CALLS_MISSED, 2, 6);
        share(Measure.CALLS_MISSED_BY_PROVIDER, 1, 6);
        share(Measure.CALLS_NOT_REPORTED, 1, 6);
        share(Measure.PUNCTUAL_CRITICAL, 2, 3);
        share(Measure.PUNCTUAL_OTHERS, 1, 1);
        share(Measure.SHORT_VISITS, 1, 4);
        share(Measure.ESSENTIALS_MISSED, 2, 6);
        jdbc.sql("update visits.reading set essential = false where outcome = 'MISSED' and placement_id = ?")
                .param(one.id())
                .update();
        share(Measure.ESSENTIALS_MISSED, 1, 5);
    }

    /** Four weeks to the 31st begin on the 4th. */
    @Test
    void theFourMostFrequentWorkersAndHowManyThereAre() {
        visit(one, 3, "07:30", 45, 1, "W9");
        int[] often = {4, 3, 2, 2, 1};
        int day = 4;
        for (int worker = 0; worker < often.length; worker++)
            for (int time = 0; time < often[worker]; time++) visit(one, day++, "07:30", 45, 1, "W" + worker);
        visit(two, 5, "07:30", 45, 1, "W1");
        visit(two, 6, "07:30", 45, 1, "W1");
        visit(two, 7, "07:30", 45, 1, "");
        share(Measure.SAME_WORKERS, 11 + 2, 12 + 2);
        Figure workers = own(Measure.WORKERS_PER_PERSON);
        assertThat(workers.cases()).isEqualTo(2);
        assertThat(workers.median())
                .as("halfway between one and five; seeded fault: percentile_disc")
                .isEqualByComparingTo("3");
        assertThat(workers.longest()).isEqualTo(5);
        assertThat(workers.mean()).isEqualByComparingTo("3.0");
    }

    /**
     * Seeded faults, each by itself: leave the provider out of hours_delivered.sql and hours_rows.sql and, in both places, out of
     * three_clocks.sql.
     */
    @Test
    void aReportOfOneProviderHoldsNothingOfAnother() {
        visit(one, 5, "07:30", 45, 1, "W1");
        PeriodForm other = new PeriodForm(
                "2022-03",
                "2022-03",
                null,
                null,
                null,
                county.providerB().organisation().toString());
        Reports.Rows rows = new Reports.Rows("AGENCY", null, "", 10);
        assertThat(reports.hours(county.broker(), march)).isNotEmpty();
        assertThat(reports.hours(county.broker(), other)).isEmpty();
        assertThat(reports.hoursRows(county.broker(), march, rows)).isNotEmpty();
        assertThat(reports.hoursRows(county.broker(), other, rows)).isEmpty();
        assertThat(clocks.lines(county.broker(), march, null)).singleElement().satisfies(line -> {
            assertThat(line.deliveredUser()).isEqualTo(45);
            assertThat(line.commissionedUser()).isPositive();
        });
        assertThat(clocks.lines(county.broker(), other, null)).isEmpty();
    }

    /** Seeded fault: leave the provider out of workers.sql; five workers were in the house, of whom the provider sent two. */
    @Test
    void aProvidersWorkersAreCountedWithoutThoseOfAnotherInTheSameHouse() {
        visit(one, 5, "07:30", 45, 1, "W1");
        visit(one, 6, "07:30", 45, 1, "W2");
        visit(one, 6, "12:30", 30, 1, "W2");
        for (int worker = 3; worker <= 5; worker++) visit(one, worker + 5, "07:30", 45, 1, "W" + worker);
        jdbc.sql("update visits.visit set provider_id = ? where placement_id = ? and worker_id in ('W3', 'W4', 'W5')")
                .params(county.providerB().organisation(), one.id())
                .update();
        assertThat(measures.line(county.providerC(), Measure.WORKERS_PER_PERSON, march)
                        .own()
                        .longest())
                .isEqualTo(2);
        share(Measure.SAME_WORKERS, 3, 3);
    }

    /** Typed for the night in which clocks go forward: from half past midnight to half past two is one hour, for two workers two. */
    @Test
    void whatIsTypedFromPaperIsCountedApartAndTheNightOfTheClockChangeIsAnHourShorter() {
        for (int day = 1; day <= 3; day++) visit(one, day, "07:30", 45, 1, "W1");
        assertThat(mvc.post()
                        .uri("/en/visits/new")
                        .param("packageRef", one.carePackage().ref().value())
                        .param("date.day", "27")
                        .param("date.month", "3")
                        .param("date.year", "2022")
                        .param("actualStart", "00:30")
                        .param("actualEnd", "02:30")
                        .param("workers", "2")
                        .param("status", "DELIVERED")
                        .with(as(county.providerC()))
                        .with(csrf()))
                .hasStatus(302);
        share(Measure.RECORDED_ELECTRONICALLY, 3, 4);
        share(Measure.RECORDED_ON_PAPER, 1, 4);
        Figure hours = own(Measure.HOURS_AGENCY);
        assertThat(hours.userMinutes()).isEqualTo(3 * 45 + 60);
        assertThat(hours.carerMinutes()).isEqualTo(3 * 45 + 120);
        assertThat(measures.line(county.commissioner(), Measure.HOURS_AGENCY, month("2022-04"))
                        .own()
                        .userMinutes())
                .isZero();
    }

    /** From half past midnight to half past two is three hours in the night in which clocks go back, for two workers six. */
    @Test
    void theNightInWhichClocksGoBackIsAnHourLonger() {
        assertThat(mvc.post()
                        .uri("/en/visits/new")
                        .param("packageRef", one.carePackage().ref().value())
                        .param("date.day", "30")
                        .param("date.month", "10")
                        .param("date.year", "2022")
                        .param("actualStart", "00:30")
                        .param("actualEnd", "02:30")
                        .param("workers", "2")
                        .param("status", "DELIVERED")
                        .with(as(county.providerC()))
                        .with(csrf()))
                .hasStatus(302);
        Figure hours = measures.line(county.commissioner(), Measure.HOURS_AGENCY, month("2022-10"))
                .own();
        assertThat(hours.userMinutes()).isEqualTo(180);
        assertThat(hours.carerMinutes()).isEqualTo(360);
    }

    /**
     * Asked for on the Thursday before Easter: the third working day is the Thursday after.
     * Seeded fault: forget the holidays.
     */
    @Test
    void aChangeIsInTimeOnTheThirdWorkingDayAndLateOnTheFourth() {
        LocalDate asked = LocalDate.of(2023, 4, 6);
        change(one, "INCREASE", asked, LocalDate.of(2023, 4, 13), true);
        change(one, "INCREASE", asked, LocalDate.of(2023, 4, 14), true);
        change(one, "DECREASE", asked, LocalDate.of(2023, 4, 12), true);
        change(two, "RETIME", asked, LocalDate.of(2023, 4, 11), false);
        PeriodForm april = month("2023-04");
        Figure changes = measures.line(county.commissioner(), Measure.CHANGES_IN_TIME, april)
                .own();
        assertThat(changes.met()).isEqualTo(1);
        assertThat(changes.cases()).isEqualTo(3);
        Figure decreases = measures.line(county.commissioner(), Measure.DECREASES_IN_TIME, april)
                .own();
        assertThat(decreases.met()).isEqualTo(1);
        assertThat(decreases.cases()).isEqualTo(1);
    }

    @Test
    void beforeTheFirstDayThatWasReadNothingIsSaidToBeKnown() {
        read(3);
        Measures.Line line = measures.line(county.broker(), Measure.CALLS_MISSED, month("2021-12"));
        assertThat(line.since()).isNotNull().isAfter(LocalDate.of(2021, 12, 31));
        assertThat(mvc.get()
                        .uri("/cy/measures/calls-missed?from=2021-12&to=2021-12")
                        .with(as(county.broker())))
                .hasStatusOk()
                .bodyText()
                .contains("Yn hysbys o");
        assertThat(measures.line(county.broker(), Measure.HOURS_AGENCY, month("2021-12"))
                        .since())
                .isNull();
    }

    private void share(Measure measure, int met, int cases) {
        Figure figure = own(measure);
        assertThat(figure.met()).as(measure.name()).isEqualTo(met);
        assertThat(figure.cases()).as(measure.name()).isEqualTo(cases);
    }

    private Figure own(Measure measure) {
        return measures.line(county.commissioner(), measure, march).own();
    }

    private PeriodForm month(String month) {
        Actor provider = county.providerC();
        return new PeriodForm(
                month, month, null, null, null, provider.organisation().toString());
    }

    private static LocalDate day(int day) {
        return FIRST.withDayOfMonth(day);
    }

    private PlacementExamples.Accepted since(LocalDate first) {
        PlacementExamples.Accepted made = examples.pending(county, examples.approved(county), county.providerC());
        placements.visited(made.provider(), Map.of(made.id(), clock.instant()));
        jdbc.sql(
                        "update placements.placement set accepted_at = :at, agreed_start = :first, first_visit_at = :at where id = :id")
                .param("at", Timestamp.from(Zone.startOf(first)))
                .param("first", first)
                .param("id", made.id())
                .update();
        return made;
    }

    private void away(PlacementExamples.Accepted who, java.time.Instant from, java.time.Instant until) {
        jdbc.sql("""
                insert into carepackages.absence (id, care_package_id, kind, away_at, back_at, told_by, told_by_name, by_provider,
                    confirmed_by, confirmed_at, settled_at)
                values (:id, :package, 'HOSPITAL', :from, :until, :by, 'A', false, :by, clock_timestamp(), now())""")
                .param("id", Ids.next())
                .param("package", who.carePackage().id().value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("by", county.broker().userId())
                .update();
    }

    private void visit(PlacementExamples.Accepted at, int day, String start, int minutes, int workers, String worker) {
        write(at, day, null, start, minutes, workers, "DELIVERED", worker);
    }

    private void told(
            PlacementExamples.Accepted at,
            int day,
            @Nullable String planned,
            @Nullable String start,
            int minutes,
            int workers,
            String status) {
        write(at, day, planned, start, minutes, workers, status, "W1");
    }

    private void write(
            PlacementExamples.Accepted at,
            int day,
            @Nullable String planned,
            @Nullable String start,
            int minutes,
            int workers,
            String status,
            String worker) {
        jdbc.sql("""
                insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality, kind,
                    visit_date, planned_start, actual_start, actual_end, workers, status, worker_id, user_minutes, recorded_by,
                    recorded_at)
                select provider_id, ref || '-' || :number, id, care_package_id, person_id, locality, 'AGENCY', :day,
                    (:day + cast(:planned as time)) at time zone 'Europe/London', (:day + cast(:start as time)) at time zone 'Europe/London',
                    (:day + cast(:start as time)) at time zone 'Europe/London' + :minutes * interval '1 minute', :workers, :status,
                    :worker, :minutes, :by, clock_timestamp()
                from placements.placement where id = :id""")
                .param("number", number++)
                .param("day", day(day))
                .param("planned", planned)
                .param("start", start)
                .param("minutes", minutes)
                .param("workers", workers)
                .param("status", status)
                .param("worker", worker)
                .param("by", at.provider().userId())
                .param("id", at.id())
                .update();
    }

    private void read(int... march) {
        for (int day : march)
            jdbc.sql("insert into visits.day_to_read (care_package_id, provider_id, day) values (?, ?, ?)")
                    .params(one.carePackage().id().value(), one.provider().organisation(), day(day))
                    .update();
        days.readAll();
    }

    private void change(PlacementExamples.Accepted at, String kind, LocalDate asked, LocalDate counts, boolean agreed) {
        jdbc.sql("""
                insert into placements.variation (id, ref, placement_id, care_package_id, package_ref, team_id, provider_id, kinds,
                    status, from_on, reason, user_minutes_before, carer_minutes_before, user_minutes_after, carer_minutes_after,
                    by_provider, needs_manager, asks_provider, requested_by, requested_by_name, requested_at, approved_by, agreed_at)
                select :id, 'VAR-' || left(upper(replace(cast(:id as text), '-', '')), 4) || '-' || :number, p.id, p.care_package_id,
                    p.package_ref, :id, p.provider_id, array[:kind], case when :agreed then 'AGREED' else 'REQUESTED' end, :counts,
                    'Why', 1, 1, 2, 2, false, false, false, :by, 'A', :at, :other,
                    case when :agreed then cast(:at as timestamptz) + interval '1 hour' end
                from placements.placement p where p.id = :placement""")
                .param("id", UUID.randomUUID())
                .param("number", number++)
                .param("kind", kind)
                .param("agreed", agreed)
                .param("counts", counts)
                .param("by", county.socialWorker().userId())
                .param("other", county.broker().userId())
                .param(
                        "at",
                        Timestamp.from(asked.atTime(10, 0).atZone(Zone.LONDON).toInstant()))
                .param("placement", at.id())
                .update();
    }
}
