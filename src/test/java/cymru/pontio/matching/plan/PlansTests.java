package cymru.pontio.matching.plan;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.Because;
import cymru.pontio.matching.Cause;
import cymru.pontio.matching.Rule;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.HandbackReason;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.capacity.CapacityExamples;
import cymru.pontio.providers.capacity.PartOfDay;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Plans for the whole waiting list, from the database to the page. */
@PontioTest
class PlansTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PlacementExamples placements;

    @Autowired
    PackageExamples packages;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    CapacityExamples capacity;

    @Autowired
    Providers providers;

    @Autowired
    Plans plans;

    @Autowired
    PlanRuns runs;

    @Autowired
    PlanTable table;

    @Autowired
    WaitingWork waiting;

    @Autowired
    Endings endings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void plansTheWholeWaitingListAndAwardsNothing() throws Exception {
        PackageFacts waiting = placements.approved(county);
        long awards = awards();
        PlanRef ref = made(WhatIf.NOTHING);
        PlanView plan = plans.view(county.broker(), ref);
        assertThat(plan.state()).isEqualTo(PlanState.DONE);
        assertThat(plan.bound()).isGreaterThanOrEqualTo(plan.worth());
        assertThat(plans.rows(county.broker(), ref))
                .extracting(PlanRow::packageRef)
                .contains(waiting.ref().value())
                .doesNotHaveDuplicates();
        assertThat(awards()).isEqualTo(awards);
    }

    @Test
    void givesTheSamePlanAgain() throws Exception {
        placements.approved(county);
        PlanRef one = made(WhatIf.NOTHING);
        PlanRef other = made(WhatIf.NOTHING);
        assertThat(plans.compare(county.broker(), one, other).differences()).isEmpty();
    }

    @Test
    void leavesAProviderThatIsSupposedClosedWithoutAnything() throws Exception {
        placements.approved(county);
        List<PlanRow> rows = plans.rows(county.broker(), made(WhatIf.NOTHING));
        String taken = rows.stream()
                .filter(PlanRow::placed)
                .map(PlanRow::providerRef)
                .findFirst()
                .orElseThrow();
        PlanRef without = made(new WhatIf(taken, "", 0, 0, 0, 0));
        assertThat(plans.rows(county.broker(), without))
                .extracting(PlanRow::providerRef)
                .doesNotContain(taken);
    }

    /** What was agreed years ago may lie below it. Seeded fault: reckon with what is paid, whatever it is. */
    @Test
    void reckonsWithNoLessThanTheFloorOfAwards() {
        PlacementExamples.Accepted live =
                placements.live(county, LocalDate.now(Zone.LONDON).minusDays(8));
        jdbc.sql("update placements.placement set rate = 10 where id = ?")
                .param(live.id())
                .update();
        placements.approved(county);
        assertThat(waiting.find(WhatIf.NOTHING).input().pairs())
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(pair.pence()).isGreaterThanOrEqualTo(2_271));
    }

    /** Seeded faults, each by itself: plan it for others; let others have the hours. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsOfferedToAProviderIsLeftToItWithItsHours(boolean decided) throws Exception {
        Actor agency = capacity.agency("Has an offer", Set.of("hay"), Embargo.NONE, LocalDate.of(2099, 12, 31));
        capacity.declareAll(agency, 6_000);
        String provider = providers.view(agency.organisation()).ref();
        PackageFacts offered = packages.approved(county, "hay");
        int needs = waiting.find(WhatIf.NOTHING).input().needs().size();
        int spare = spare(provider);
        if (decided) placements.offered(county, offered, agency);
        else placements.proposed(county, offered, agency);
        WaitingWork.Found found = waiting.find(WhatIf.NOTHING);
        assertThat(found.input().needs())
                .hasSize(needs - 1)
                .extracting(PlanInput.Need::ref)
                .doesNotContain(offered.ref().value());
        assertThat(spare - spare(provider)).isEqualTo(offered.hours().carer().minutes());
        PlanRef ref = made(WhatIf.NOTHING);
        assertThat(plans.view(county.broker(), ref).offered()).isPositive();
        assertThat(mvc.get().uri("/en/waiting-list/plan/" + ref).with(as(county.broker())))
                .bodyText()
                .contains("waits for an answer");
        assertThat(mvc.get().uri("/cy/waiting-list/plan/" + ref).with(as(county.broker())))
                .bodyText()
                .contains("dyfarniad yn aros am ateb");
    }

    /** Worker minutes a week that may be counted on. */
    private int spare(String provider) {
        return waiting.find(WhatIf.NOTHING).input().supplies().stream()
                .filter(one -> one.ref().equals(provider))
                .flatMap(one -> one.spare().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Seeded fault: look at awards that wait and open rounds alone. */
    @Test
    void aPackageThatSomebodyHasTakenSinceIsNotPutForwardAgain() throws Exception {
        PackageFacts taken = placements.approved(county);
        PackageFacts free = placements.approved(county);
        PlanRef ref = made(WhatIf.NOTHING);
        assertThat(row(ref, taken).going()).isNull();
        placements.pending(county, taken, county.providerA());
        assertThat(row(ref, taken).going()).isEqualTo(new PlanRow.Going(PlanRow.Going.Step.OVER, null));
        assertThat(row(ref, free).going()).isNull();
    }

    /** Seeded fault: count every row as waiting. */
    @Test
    void plansWhoIsStillCaredForByAProviderThatLeavesAndNeverCountsThemAsWaiting() throws Exception {
        LocalDate today = LocalDate.now(Zone.LONDON);
        Actor other = capacity.agency("Takes over", Set.of("newtown"), Embargo.NONE, LocalDate.of(2099, 12, 31));
        capacity.declareAll(other, 6_000);
        PlacementExamples.Accepted live = placements.live(county, today.minusDays(8));
        endings.handBack(county.providerA(), live.ref(), HandbackReason.RATE, "", today.plusDays(28));
        PlanRef ref = made(WhatIf.NOTHING);
        PlanRow row = row(ref, live.carePackage());
        assertThat(row.waits()).isEqualTo(Waits.LEAVING);
        assertThat(row.neededFrom()).isEqualTo(today.plusDays(29));
        assertThat(row.need()).isEqualTo(Urgency.ROUTINE);
        assertThat(row.placed()).isTrue();
        assertThat(row.providerName()).isNotEqualTo("Aderyn Care");
        PlanView plan = plans.view(county.broker(), ref);
        List<PlanRow> rows = plans.rows(county.broker(), ref);
        assertThat(plan.waiting()).isEqualTo((int)
                rows.stream().filter(one -> one.waits() != Waits.LEAVING).count());
        assertThat(plan.leaving()).isEqualTo(rows.size() - plan.waiting());
        assertThat(plan.placed() + plan.leavingPlaced())
                .isEqualTo((int) rows.stream().filter(PlanRow::placed).count());
        assertThat(plan.leavingMinutes()).isGreaterThanOrEqualTo(row.userMinutes());
        assertThat(mvc.get().uri("/en/waiting-list/plan/" + ref).with(as(county.broker())))
                .bodyText()
                .contains("whose provider is leaving could go to another provider", "Another provider from");
        assertThat(mvc.get().uri("/cy/waiting-list/plan/" + ref).with(as(county.broker())))
                .bodyText()
                .contains("Darparwr yn gadael", "Darparwr arall o");
    }

    /** Seeded fault: take notice given for the package for a question only. */
    @Test
    void doesNotCountOnWhoHasGivenNoticeForThePackage() throws Exception {
        LocalDate today = LocalDate.now(Zone.LONDON);
        Actor own = capacity.agency("Gives notice", Set.of("hay"), Embargo.NONE, LocalDate.of(2099, 12, 31));
        capacity.declareAll(own, 6_000);
        PlacementExamples.Accepted live =
                placements.live(placements.pending(county, packages.approved(county, "hay"), own), today.minusDays(8));
        endings.handBack(own, live.ref(), HandbackReason.RATE, "", today.plusDays(28));
        assertThat(row(made(WhatIf.NOTHING), live.carePackage()).providerRef())
                .isNotEqualTo(providers.view(own.organisation()).ref());
        assertThat(mvc.get()
                        .uri("/en/packages/" + live.carePackage().ref() + "/match")
                        .with(as(county.broker())))
                .bodyText()
                .contains("ask whether it could go on after all");
    }

    /** Seeded fault: offer the advert of every placed package. */
    @Test
    void preparesNoAdvertWhereOneIsOpenOrBidsWait() throws Exception {
        Actor agency = capacity.agency("Has the hours", Set.of("newtown"), Embargo.NONE, LocalDate.of(2099, 12, 31));
        capacity.declareAll(agency, 6_000);
        PlacementExamples.Round round = placements.open(county);
        String carePackage = round.carePackage().ref().value();
        PlanRef ref = made(WhatIf.NOTHING);
        assertThat(row(ref, round.carePackage()).placed()).isTrue();
        String page = "/en/waiting-list/plan/" + ref;
        String prepared = "Advert for " + carePackage;
        assertThat(mvc.get().uri(page).with(as(county.broker())))
                .bodyText()
                .contains(carePackage + " is advertised until")
                .doesNotContain(prepared, "Direct offer for " + carePackage);
        placements.close(round.advert());
        assertThat(mvc.get().uri(page).with(as(county.broker())))
                .bodyText()
                .contains("Bids for " + carePackage + " wait to be decided")
                .doesNotContain(prepared, "Direct offer for " + carePackage);
    }

    /** What the page says would place a package is done, by the provider’s own declaration, and then it is placed. */
    @Test
    void placesAPackageOnceTheHoursItNamesAreDeclared() throws Exception {
        Actor agency = capacity.agency("Hours to come", Set.of("llanfair"), Embargo.NONE, LocalDate.of(2099, 12, 31));
        PackageFacts waiting = packages.approved(county, "llanfair");
        PlanRow left = row(made(WhatIf.NOTHING), waiting);
        String ref = providers.view(agency.organisation()).ref();
        Way way = left.ways().stream()
                .filter(one -> one.ref().equals(ref))
                .findFirst()
                .orElseThrow();
        assertThat(way.rule()).isNull();
        assertThat(way.more()).isNotEmpty();
        capacity.declare(
                agency,
                way.more().stream()
                        .collect(Collectors.toMap(
                                one -> new cymru.pontio.providers.capacity.Slot("llanfair", one.part(), one.workers()),
                                Way.Hours::userMinutes)));
        assertThat(row(made(WhatIf.NOTHING), waiting).providerRef()).isEqualTo(ref);
    }

    /** Seeded fault: let wider windows keep rules alone, and count only the hours of the part of the day that was asked for. */
    @Test
    void widerWindowsLetHoursOfOtherPartsOfTheDayDo() throws Exception {
        Actor agency =
                capacity.agency("Lunch and bed", Set.of("crickhowell"), Embargo.NONE, LocalDate.of(2099, 12, 31));
        capacity.declare(
                agency,
                Map.of(
                        new cymru.pontio.providers.capacity.Slot("crickhowell", PartOfDay.LUNCH, 1),
                        315 + 150,
                        new cymru.pontio.providers.capacity.Slot("crickhowell", PartOfDay.BED, 2),
                        420));
        PackageFacts waiting = packages.approved(county, "crickhowell");
        assertThat(row(made(WhatIf.NOTHING), waiting).placed()).isFalse();
        assertThat(row(made(new WhatIf("", "", 0, 0, 0, 60)), waiting).placed())
                .as("from 6:00 to 10:00 it is still the morning")
                .isFalse();
        PlanRef wider = made(new WhatIf("", "", 0, 0, 0, 120));
        PlanRow row = row(wider, waiting);
        assertThat(row.providerName()).isEqualTo("Lunch and bed");
        assertThat(row.otherTimes())
                .containsExactly(new Way.Hours(PartOfDay.LUNCH, 1, 465), new Way.Hours(PartOfDay.BED, 2, 420));
        assertThat(mvc.get().uri("/en/waiting-list/plan/" + wider).with(as(county.broker())))
                .bodyText()
                .contains("these spare user hours: Lunch, one worker: 7.75; Bedtime, two workers: 7.");
        assertThat(mvc.get().uri("/cy/waiting-list/plan/" + wider).with(as(county.broker())))
                .bodyText()
                .contains("oriau defnyddwyr hyn sydd ar gael: Cinio, un gweithiwr: 7.75");
        assertThat(row(made(new WhatIf("", "", 0, 0, 0, 999)), waiting).placed())
                .as("at any time of the day")
                .isTrue();
    }

    @Test
    void tellsWhatStandsInTheWayInBothLanguages() throws Exception {
        Actor far = capacity.agency("Only elsewhere", Set.of("knighton"), Embargo.NONE, LocalDate.of(2099, 12, 31));
        capacity.declareAll(far, 6_000);
        PackageFacts waiting = packages.approved(county, "ystradgynlais");
        PlanRef ref = made(WhatIf.NOTHING);
        Way way = row(ref, waiting).ways().stream()
                .filter(one -> one.rule() == Rule.PATCH)
                .findFirst()
                .orElseThrow();
        assertThat(way.causes()).extracting(Cause::because).containsExactly(Because.OUTSIDE);
        assertThat(mvc.get().uri("/en/waiting-list/plan/" + ref).with(as(county.broker())))
                .bodyText()
                .contains(": one rule, Area", "One rule stands in the way: Does not cover the area.");
        assertThat(mvc.get().uri("/cy/waiting-list/plan/" + ref).with(as(county.broker())))
                .bodyText()
                .contains(": un rheol, Ardal", "Mae un rheol yn rhwystr: ");
    }

    /** Seeded fault: leave the moment to the formatter, which writes it in figures. */
    @Test
    void saysSinceWhenThereIsNothingToStop() throws Exception {
        String stop = "/waiting-list/plan/" + made(WhatIf.NOTHING) + "/stop";
        assertThat(mvc.post().uri("/en" + stop).with(as(county.broker())).with(csrf()))
                .hasStatus(409)
                .bodyText()
                .containsPattern("this plan was ready on \\d{1,2} [A-Z][a-z]+ \\d{4} at \\d\\d:\\d\\d\\.");
        assertThat(mvc.post().uri("/cy" + stop).with(as(county.broker())).with(csrf()))
                .hasStatus(409)
                .bodyText()
                .containsPattern("yn barod ar \\d{1,2} [A-Z][a-z]+ \\d{4} am \\d\\d:\\d\\d\\.");
    }

    @Test
    void isReadAndDownloadedInBothLanguages() throws Exception {
        PackageFacts waiting = placements.approved(county);
        PlanRef ref = made(WhatIf.NOTHING);
        for (String language : List.of("en", "cy")) {
            String path = "/" + language + "/waiting-list/plan/" + ref;
            assertThat(mvc.get().uri(path).with(as(county.broker())))
                    .hasStatusOk()
                    .bodyText()
                    .contains(waiting.ref().value())
                    .doesNotContain("??");
            assertThat(mvc.get().uri(path + ".csv").with(as(county.commissioner())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("package_ref", waiting.ref().value());
            assertThat(mvc.get().uri(path + "/compare?with=" + ref).with(as(county.broker())))
                    .hasStatusOk();
        }
    }

    @Test
    void isAskedForOnThePage() throws Exception {
        assertThat(mvc.post()
                        .uri("/en/waiting-list/plan")
                        .param("aim", "USUAL")
                        .with(as(county.broker()))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        runs.finish();
        assertThat(mvc.get().uri("/cy/waiting-list/plan").with(as(county.broker())))
                .hasStatusOk()
                .bodyText()
                .contains("PLN-");
    }

    @Test
    void isStoppedFromItsPage() {
        PlanTable.Order order = table.order(county.broker(), Aim.USUAL, WhatIf.NOTHING, 1);
        String page = "/en/waiting-list/plan/" + order.ref();
        assertThat(mvc.get().uri(page).with(as(county.broker())))
                .hasStatusOk()
                .containsHeader("Refresh")
                .bodyText()
                .contains(page + "/stop", "The plan waits its turn");
        assertThat(mvc.get().uri("/en/waiting-list/plan").with(as(county.broker())))
                .as("the list of plans has no steps to show, and says that it is to be looked at again")
                .bodyText()
                .contains("Not every plan is finished yet.", ">Waits its turn</td>");
        assertThat(mvc.get().uri("/cy/waiting-list/plan").with(as(county.broker())))
                .bodyText()
                .contains("Nid yw pob cynllun wedi’i orffen eto.", ">Yn aros ei dro</td>");
        assertThat(mvc.post().uri(page + "/stop").with(as(county.providerA())).with(csrf()))
                .hasStatus(404);
        assertThat(table.heard(order.id(), 10, 1, 0, 0)).isTrue();
        assertThat(mvc.get().uri(page).with(as(county.broker()))).bodyText().contains("10% of its steps are done");
        assertThat(table.heard(order.id(), 10, 10, 8, 3)).isTrue();
        assertThat(mvc.get().uri(page).with(as(county.broker())))
                .bodyText()
                .contains("is being tried: 3 of 8 done", page + "/stop");
        assertThat(mvc.post()
                        .uri(page + "/stop")
                        .with(as(county.commissioner()))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(mvc.get().uri(page).with(as(county.broker())))
                .as("asked once is enough")
                .bodyText()
                .contains("Somebody has asked it to stop")
                .doesNotContain(page + "/stop");
        plans.stop(county.broker(), new PlanRef(order.ref()));
        assertThat(stopped(order.ref())).as("from two tabs it is stopped once").isOne();
        assertThat(table.heard(order.id(), 10, 2, 0, 0)).isFalse();
        table.failed(order.id());
        assertThat(mvc.get().uri(page).with(as(county.broker()))).bodyText().contains("was not finished");
    }

    /** Seeded fault: let whoever comes too late believe that it stops. */
    @Test
    void whatIsNotBeingMadeAnyMoreIsNotStopped() throws Exception {
        PlanRef ready = made(WhatIf.NOTHING);
        PlanTable.Order brokenOff = table.order(county.broker(), Aim.USUAL, WhatIf.NOTHING, 1);
        jdbc.sql("update matching.plan set heard_at = heard_at - interval '3 minutes' where ref = ?")
                .param(brokenOff.ref())
                .update();
        Map.of(ready.value(), "this plan was ready on ", brokenOff.ref(), "this plan is not being made any more")
                .forEach((ref, sentence) -> {
                    assertThat(mvc.post()
                                    .uri("/en/waiting-list/plan/" + ref + "/stop")
                                    .with(as(county.broker()))
                                    .with(csrf()))
                            .hasStatus(409)
                            .bodyText()
                            .contains(sentence);
                    assertThat(stopped(ref)).isZero();
                });
    }

    private int stopped(String ref) {
        return jdbc.sql("select count(*) from audit.entry where action = 'PlanStopped' and subject = ?")
                .param(ref)
                .query(Integer.class)
                .single();
    }

    /** Seeded fault: tell every row as tried. */
    @Test
    void saysOfWhichPackagesNotEverythingWasTriedBeforeItWasStopped() throws Exception {
        packages.approved(county, "hay");
        PlanRef ref = made(WhatIf.NOTHING);
        jdbc.sql("""
                update matching.plan_row set tried = false where provider_ref is null
                and plan_id = (select id from matching.plan where ref = ?)""").param(ref.value()).update();
        int left = (int) plans.rows(county.broker(), ref).stream()
                .filter(row -> !row.placed())
                .count();
        assertThat(plans.view(county.broker(), ref).untried()).isEqualTo(left).isPositive();
        String page = "/waiting-list/plan/" + ref;
        assertThat(mvc.get().uri("/en" + page).with(as(county.broker())))
                .bodyText()
                .contains("It was stopped before everything", "The plan was stopped before everything had been tried.")
                .doesNotContain("No change of one or two things");
        assertThat(mvc.get().uri("/cy" + page).with(as(county.broker())))
                .bodyText()
                .contains("Stopiwyd y cynllun cyn profi popeth.");
        assertThat(mvc.get().uri("/en" + page + ".csv").with(as(county.broker())))
                .bodyText()
                .contains("ways_in_tried", ",false");
    }

    /** Seeded fault: let the stop only be asked for; the plan is made when its turn comes. */
    @Test
    void isNotMadeAtAllWhenStoppedBeforeItsTurn() throws Exception {
        placements.approved(county);
        PlanTable.Order order = table.order(county.broker(), Aim.USUAL, WhatIf.NOTHING, 1);
        PlanRef ref = new PlanRef(order.ref());
        plans.stop(county.broker(), ref);
        assertThat(plans.view(county.broker(), ref).state()).isEqualTo(PlanState.FAILED);
        runs.begin(order);
        runs.finish();
        assertThat(plans.view(county.broker(), ref).state()).isEqualTo(PlanState.FAILED);
        assertThat(plans.rows(county.broker(), ref)).isEmpty();
        assertThat(mvc.get().uri("/en/waiting-list/plan/" + ref).with(as(county.broker())))
                .bodyText()
                .contains("It was stopped before it had begun, so there is no plan.")
                .doesNotContain("was not finished");
        assertThat(mvc.get().uri("/cy/waiting-list/plan/" + ref).with(as(county.broker())))
                .bodyText()
                .contains("Fe’i stopiwyd cyn iddo ddechrau");
    }

    /** Seeded fault: hear of the plan that is being made alone. */
    @Test
    void whoWaitsForItsTurnHasNotBrokenOff() throws Exception {
        PlanTable.Order order = table.order(county.broker(), Aim.USUAL, WhatIf.NOTHING, 1);
        jdbc.sql("update matching.plan set heard_at = heard_at - interval '10 minutes' where id = ?")
                .param(order.id())
                .update();
        PlanRef ref = new PlanRef(order.ref());
        assertThat(plans.view(county.broker(), ref).state()).isEqualTo(PlanState.FAILED);
        runs.waitsBehind(order);
        made(WhatIf.NOTHING);
        assertThat(plans.view(county.broker(), ref).state()).isEqualTo(PlanState.RUNNING);
        runs.begin(order);
        runs.finish();
        assertThat(plans.view(county.broker(), ref).state()).isEqualTo(PlanState.DONE);
    }

    /** Seeded fault: tell the urgency from the package as it is supposed. */
    @Test
    void whatIsOnlySupposedMakesNobodyLessUrgent() throws Exception {
        PackageFacts waiting = packages.approved(county, "hay");
        LocalDate yesterday = LocalDate.now(Zone.LONDON).minusDays(1);
        jdbc.sql("update carepackages.care_package set start_earliest = :day, start_latest = :day where id = :id")
                .param("day", yesterday)
                .param("id", waiting.id().value())
                .update();
        assertThat(row(made(new WhatIf("", "", 0, 0, 30, 0)), waiting).urgency())
                .isEqualTo(row(made(WhatIf.NOTHING), waiting).urgency())
                .isEqualTo(4);
    }

    /** Seeded fault: tell the urgency from the day that the advert names. */
    @Test
    void anAdvertMakesNobodyLessUrgent() throws Exception {
        PackageFacts waiting = packages.approved(county, "hay");
        adverts.publish(county, waiting);
        jdbc.sql("update carepackages.care_package set start_earliest = :day, start_latest = :day where id = :id")
                .param("day", LocalDate.now(Zone.LONDON).minusDays(1))
                .param("id", waiting.id().value())
                .update();
        assertThat(row(made(WhatIf.NOTHING), waiting).urgency()).isEqualTo(4);
    }

    /** Seeded fault: the sentences of the usual aim under every plan. */
    @Test
    void saysOfEachAimHowItWeighs() throws Exception {
        plans.ask(county.broker(), Plans.every(), WhatIf.NOTHING);
        runs.finish();
        Map<Aim, String> said = Map.of(
                Aim.USUAL, "two, four or eight times",
                Aim.PEOPLE, "each as twenty hours",
                Aim.HOURS, "urgent or not and whoever they are for",
                Aim.URGENCY, "with each step of urgency an hour counts ten times",
                Aim.COST, "Seven pounds an hour saved");
        for (PlanView plan : plans.latest(county.broker()).subList(0, said.size())) {
            assertThat(mvc.get().uri("/en/waiting-list/plan/" + plan.ref()).with(as(county.broker())))
                    .bodyText()
                    .contains(said.get(plan.aim()));
            assertThat(mvc.get().uri("/cy/waiting-list/plan/" + plan.ref()).with(as(county.broker())))
                    .bodyText()
                    .contains("Ni thorrir rheolau caeth byth.")
                    .doesNotContain("??");
        }
    }

    @Test
    void namesWhatWasSupposedInTheReadersLanguage() throws Exception {
        String a = providers.view(county.providerA().organisation()).ref();
        PlanRef ref = made(new WhatIf(a, "newtown", 600, 0, 0, 0));
        assertThat(mvc.get().uri("/cy/waiting-list/plan/" + ref).with(as(county.broker())))
                .bodyText()
                .contains("yr wythnos yn yr ardal hon: Y Drenewydd", "Beth pe na bai Aderyn Care");
        assertThat(mvc.get()
                        .uri("/en/waiting-list/plan/" + made(WhatIf.NOTHING) + "/compare?with=" + ref)
                        .with(as(county.broker())))
                .as("two plans with one aim differ by what one of them supposes")
                .bodyText()
                .contains("What if Aderyn Care took nothing new", "more carer hours a week in this area: Newtown");
        for (String list : List.of("", "/" + made(WhatIf.NOTHING)))
            assertThat(mvc.get().uri("/cy/waiting-list/plan" + list).with(as(county.broker())))
                    .as("so do those that can be chosen")
                    .bodyText()
                    .contains("Beth pe na bai Aderyn Care yn cymryd dim newydd");
    }

    @Test
    void keepsWhatWasTypedWrongly() {
        assertThat(mvc.post()
                        .uri("/en/waiting-list/plan")
                        .param("aim", "USUAL")
                        .param("hours", "lots")
                        .param("days", "soon")
                        .with(as(county.broker()))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Enter whole hours a week", "Enter whole days", "lots", "soon");
    }

    @Test
    void asksForTheAreaOfSupposedHours() {
        assertThat(mvc.post()
                        .uri("/en/waiting-list/plan")
                        .param("aim", "USUAL")
                        .param("hours", "40")
                        .with(as(county.broker()))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Choose the area");
    }

    /** Seeded fault: the plan was kept, and its page could never be shown. */
    @ParameterizedTest
    @CsvSource({"PRV-0000-0, '', 0", "'', atlantis, 180"})
    void supposesNothingOfWhatIsNotThere(String closed, String patch, int minutes) {
        WhatIf nowhere = new WhatIf(closed, patch, minutes, 0, 0, 0);
        long before = asked();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> plans.ask(county.broker(), List.of(Aim.USUAL), nowhere));
        assertThat(asked()).isEqualTo(before);
    }

    private long asked() {
        return jdbc.sql("select count(*) from matching.plan").query(Long.class).single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/waiting-list/plan", "/waiting-list/plan/PLN-0000-0"})
    void isNotThereForOthers(String path) {
        for (Actor other : List.of(county.finance(), county.providerA()))
            assertThat(mvc.get().uri("/en" + path).with(as(other))).hasStatus(404);
        assertThat(mvc.get().uri("/en" + path)).hasStatus(302);
    }

    private PlanRow row(PlanRef plan, PackageFacts carePackage) {
        return plans.rows(county.broker(), plan).stream()
                .filter(one -> one.packageRef().equals(carePackage.ref().value()))
                .findFirst()
                .orElseThrow();
    }

    private PlanRef made(WhatIf whatIf) throws Exception {
        PlanRef ref = plans.ask(county.broker(), List.of(Aim.USUAL), whatIf);
        runs.finish();
        return ref;
    }

    private long awards() {
        return jdbc.sql("select count(*) from placements.award")
                .query(Long.class)
                .single();
    }
}
