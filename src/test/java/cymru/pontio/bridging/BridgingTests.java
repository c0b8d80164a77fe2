package cymru.pontio.bridging;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.absences.Absence;
import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.HandbackReason;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.Placements;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PontioTest
class BridgingTests {
    /** Each test that counts hours has weeks of its own, far from everybody else's. */
    private static final AtomicInteger WEEKS = new AtomicInteger(60);

    private static final int CARER = 1305;

    @Autowired
    Absences absences;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Endings endings;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    PlacementExamples placed;

    @Autowired
    Placements placements;

    @Autowired
    CarePackages carePackages;

    @Autowired
    BridgingExamples examples;

    @Autowired
    CoverTimeline timeline;

    @Autowired
    BridgingRequests requests;

    @Autowired
    Bridging bridging;

    @Autowired
    BridgingRecords records;

    @Autowired
    Capacity capacity;

    @Autowired
    CoverPages covers;

    @Autowired
    EpisodePages pages;

    @Autowired
    EpisodeList list;

    @Autowired
    NobodyCaring nobody;

    @Autowired
    InhouseHours hours;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void isAcceptedAgainstDeclaredHoursAndChangesTheCover() {
        PackageFacts facts = packages.approved(county, "newtown");
        EpisodeRef ref = examples.active(county, facts);
        assertThat(carePackages.facts(facts.id()).cover()).isEqualTo(Cover.BRIDGING);
        EpisodePages.Page page = pages.page(county.inhouse(), ref);
        assertThat(page.episode().hours().carer().minutes()).isEqualTo(CARER);
        assertThat(page.episode().reviewOn()).isEqualTo(examples.today().plusDays(14));
    }

    @Test
    void isRefusedMoreThanTheFreeHoursUnlessEnablementGivesWay() {
        LocalDate monday = week(2000, 1000);
        EpisodeRef ref = examples.requested(county, packages.approved(county, "newtown"));
        assertThat(accept(ref, monday, 0)).contains(new Obstacle(Obstacle.Kind.SHORT, monday, 1000, CARER));
        assertThat(accept(ref, monday, 1001))
                .contains(new Obstacle(Obstacle.Kind.TOO_MUCH_ENABLEMENT, monday, 1000, 1001));
        assertThat(pages.forReading(county.inhouse(), ref).status()).isEqualTo(EpisodeStatus.REQUESTED);
        assertThat(accept(ref, monday, 305)).isEmpty();
        InhouseWeek week = hours.weeks(monday, monday, examples.today()).getFirst();
        assertThat(week.planned()).isEqualTo(CARER);
        assertThat(week.displaced()).isEqualTo(305);
        assertThat(week.free()).isZero();
    }

    @Test
    void isNotAcceptedInAWeekNobodyDeclared() {
        LocalDate monday = nextWeek();
        EpisodeRef ref = examples.requested(county, packages.approved(county, "newtown"));
        assertThat(accept(ref, monday, 0)).map(Obstacle::kind).contains(Obstacle.Kind.NOT_DECLARED);
    }

    /** Four of eight fit: the lock on the declared weeks makes the others wait and see. */
    @Test
    void neverPromisesTheSameHoursTwice() throws Exception {
        LocalDate monday = week(4 * CARER, 0);
        List<Callable<Optional<Obstacle>>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            EpisodeRef ref = examples.requested(county, packages.approved(county, "newtown"));
            all.add(() -> accept(ref, monday, 0));
        }
        int accepted = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(all)) if (answer.get().isEmpty()) accepted++;
        }
        assertThat(accepted).isEqualTo(4);
        assertThat(hours.weeks(monday, monday, examples.today()).getFirst().free())
                .isZero();
    }

    /** The lock gives the second one a sentence; the index stands behind it. */
    @Test
    void isAskedForOnceAtATime() throws Exception {
        PackageFacts facts = packages.approved(county, "newtown");
        List<Callable<String>> both =
                List.of(() -> ask(county.socialWorker(), facts), () -> ask(county.broker(), facts));
        List<String> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var answer : threads.invokeAll(both)) answers.add(answer.get());
        }
        assertThat(answers).containsExactlyInAnyOrder("asked", "bridging.error.alreadyAsked");
        assertThat(list.ofPackage(facts.id())).hasSize(1);
    }

    @Test
    void doesNotEndWithAgencyStartedBeforeTheAgencysFirstVisit() {
        PackageFacts facts = packages.approved(county, "newtown");
        EpisodeRef ref = examples.active(county, facts);
        assertThatThrownBy(() -> examples.end(county, ref, EndReason.AGENCY_STARTED))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("bridging.error.agencyNotStarted");
        var accepted = placed.pending(county, facts, county.providerA());
        assertThatThrownBy(() -> examples.end(county, ref, EndReason.AGENCY_STARTED))
                .hasMessage("bridging.error.agencyNotStarted");
        placements.visited(accepted.provider(), Map.of(accepted.id(), clock.instant()));
        examples.end(county, ref, EndReason.AGENCY_STARTED);
        assertThat(pages.forReading(county.inhouse(), ref).endReason()).isEqualTo(EndReason.AGENCY_STARTED);
        // Nobody covers any longer, but somebody cares. Seeded faults: tell it like an end without a provider, here and
        // in the history.
        assertThat(timeline.of(facts.id()).getFirst().providerCares()).isTrue();
        String history = "/packages/" + facts.ref() + "/history";
        assertThat(mvc.get().uri("/en" + history).with(as(county.broker())))
                .bodyText()
                .contains("Cover: No other cover needed: the provider looks after the person");
        assertThat(mvc.get().uri("/cy" + history).with(as(county.broker())))
                .bodyText()
                .contains("Gofal: Dim angen gofal arall: y darparwr sy’n gofalu am y person");
    }

    @Test
    void leavesThePersonWhereTheReasonSays() {
        for (EndReason why : List.of(EndReason.NOT_NEEDED, EndReason.HOSPITAL)) {
            PackageFacts facts = packages.approved(county, "newtown");
            examples.end(county, examples.active(county, facts), why);
            assertThat(carePackages.facts(facts.id()).cover()).isEqualTo(why.coverAfter());
            examples.requested(county, facts);
        }
    }

    @Test
    void keepsWhatWasRecordedBefore() {
        EpisodeRef ref = examples.active(county, packages.approved(county, "newtown"));
        examples.given(county, ref, 60, 90, 30);
        examples.given(county, ref, 45, 60, 0);
        assertThat(records.standing(county.inhouse(), ref, examples.today()))
                .contains(new BridgedDays.Given(45, 60, 0));
        var entries = pages.page(county.inhouse(), ref).entries();
        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().superseded()).isNull();
        assertThat(entries.getLast().superseded()).isNotNull();
        assertThat(jdbc.sql(
                                "select sum(d.carer_minutes) from bridging.report_day d join bridging.report_episode e using (care_package_id) where e.ref = ?")
                        .param(ref.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
        assertThatThrownBy(() -> records.enter(
                        county.inhouse(), ref, examples.today().plusDays(1), new BridgedDays.Given(1, 1, 0)))
                .hasMessage("bridging.error.dayOutside");
    }

    @Test
    void doesNotEndBeforeHoursThatAreRecorded() {
        EpisodeRef ref = examples.active(county, packages.approved(county, "newtown"));
        jdbc.sql(
                        "update bridging.episode set started_on = started_on - 10, requested_at = requested_at - interval '10 days' where ref = ?")
                .param(ref.value())
                .update();
        examples.given(county, ref, 30, 30, 0);
        assertThatThrownBy(() ->
                        bridging.end(county.inhouse(), ref, examples.today().minusDays(1), EndReason.NOT_NEEDED))
                .hasMessage("bridging.error.recordedLater");
    }

    @Test
    void showsWhoThePersonIsOnlyToTheTeamThatGivesTheCareAndWritesItDown() {
        PackageFacts facts = packages.approved(county, "newtown");
        EpisodeRef ref = examples.requested(county, facts);
        long before = readings();
        assertThat(pages.page(county.inhouse(), ref).person()).isNull();
        assertThat(readings()).isEqualTo(before);
        EpisodeRef active = examples.active(county, packages.approved(county, "newtown"));
        assertThat(pages.page(county.inhouse(), active).person()).isNotNull();
        assertThat(readings()).isEqualTo(before + 1);
        assertThat(pages.page(county.broker(), active).person()).isNull();
        examples.end(county, active, EndReason.NOT_NEEDED);
        assertThat(pages.page(county.inhouse(), active).person()).isNull();
    }

    @Test
    void letsOnlyTheCoordinatorAnswer() {
        EpisodeRef ref = examples.requested(county, packages.approved(county, "newtown"));
        for (Actor actor : List.of(
                county.broker(), county.commissioner(), county.socialWorker(), county.providerA(), county.admin())) {
            assertThatThrownBy(() -> bridging.refuse(actor, ref, RefusalReason.CAPACITY))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> bridging.accept(actor, ref, new Acceptance(examples.today(), examples.today(), 0)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> capacity.declare(actor, examples.today(), 1, 1, 1))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> requests.request(
                        county.inhouse(), packages.approved(county, "newtown").ref(), RequestReason.HANDBACK))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void changesCoverOnlyForwardsAndNotWhileBridged() {
        PackageFacts facts = packages.approved(county, "newtown");
        covers.change(county.socialWorker(), facts.ref(), Cover.FAMILY, clock.instant());
        assertThat(carePackages.facts(facts.id()).cover()).isEqualTo(Cover.FAMILY);
        assertThatThrownBy(() -> covers.change(
                        county.broker(), facts.ref(), Cover.HOSPITAL, Zone.startOf(LocalDate.of(2020, 1, 1))))
                .hasMessage("bridging.error.coverOrder");
        assertThatThrownBy(() -> covers.change(
                        county.broker(),
                        facts.ref(),
                        Cover.HOSPITAL,
                        clock.instant().plusSeconds(3600)))
                .hasMessage("bridging.error.coverOrder");
        examples.active(county, facts);
        assertThatThrownBy(() -> covers.change(county.broker(), facts.ref(), Cover.NONE, clock.instant()))
                .hasMessage("bridging.error.coverWhileBridged");
        assertThatThrownBy(() -> covers.change(county.otherSocialWorker(), facts.ref(), Cover.NONE, clock.instant()))
                .isInstanceOf(NotFound.class);
    }

    /** Seeded faults: write down who looks after the person without the stay; let that change again while they are away. */
    @Test
    void saysThatSomebodyIsInHospitalWithTheStay() {
        PackageFacts facts = packages.approved(county, "newtown");
        covers.change(county.socialWorker(), facts.ref(), Cover.FAMILY, clock.instant());
        covers.change(county.socialWorker(), facts.ref(), Cover.HOSPITAL, clock.instant());
        assertThat(carePackages.facts(facts.id()).cover()).isEqualTo(Cover.HOSPITAL);
        Absence stay = absences.of(facts.id()).getFirst();
        assertThat(stay.kind()).isEqualTo(AwayKind.HOSPITAL);
        assertThatThrownBy(() -> covers.change(county.socialWorker(), facts.ref(), Cover.NONE, clock.instant()))
                .hasMessage("bridging.error.inHospital");
        assertThat(covers.page(county.socialWorker(), facts.ref())).satisfies(page -> {
            assertThat(page.mayChange()).isFalse();
            assertThat(page.mayPromise()).isTrue();
        });
        absences.promise(county.socialWorker(), facts.ref(), stay.id(), clock.instant());
        assertThat(carePackages.facts(facts.id()).cover()).isEqualTo(Cover.FAMILY);
        assertThat(covers.page(county.socialWorker(), facts.ref()).mayChange()).isTrue();
    }

    /** Seeded faults: the references told to all; nothing told to those who have no packages; providers told. */
    @Test
    void warnsOfThosePackagesNobodyCaresFor() {
        PackageFacts facts = packages.approved(county, "newtown");
        examples.end(county, examples.active(county, facts), EndReason.NOT_NEEDED);
        nobody.forget();
        for (Actor reader : List.of(county.broker(), county.socialWorker()))
            assertThat(nobody.of(reader))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.links())
                            .isNotEmpty()
                            .allSatisfy((ref, path) -> assertThat(path).isEqualTo("/packages/" + ref)));
        assertThat(nobody.of(county.inhouse()))
                .as("may not open packages")
                .singleElement()
                .satisfies(alert -> assertThat(alert.links()).isEmpty());
        for (Actor colleague : List.of(county.otherSocialWorker(), county.finance(), county.auditor(), county.admin()))
            assertThat(nobody.of(colleague)).satisfiesExactly(alert -> {
                assertThat(alert.messageKey()).isEqualTo("bridging.alert.elsewhere");
                assertThat(alert.args()).allSatisfy(arg -> assertThat(arg).isInstanceOf(Integer.class));
            });
        assertThat(nobody.of(county.providerA())).isEmpty();
        int many = (int) nobody.of(county.inhouse()).getFirst().args()[0];
        covers.change(county.socialWorker(), facts.ref(), Cover.FAMILY, clock.instant());
        nobody.forget();
        assertThat(nobody.of(county.inhouse()).stream()
                        .mapToInt(alert -> (int) alert.args()[0])
                        .sum())
                .isEqualTo(many - 1);
    }

    @Test
    void turnsPagesOfTheListsByKey() {
        for (int i = 0; i < 3; i++) examples.requested(county, packages.approved(county, "newtown"));
        for (EpisodeList.Tab tab : EpisodeList.Tab.values()) {
            List<EpisodeList.Line> all = list.lines(county.broker(), tab, null, examples.today(), 1000);
            List<EpisodeList.Line> read = new ArrayList<>();
            EpisodeRef after = null;
            while (read.size() < all.size()) {
                List<EpisodeList.Line> some = list.lines(county.broker(), tab, after, examples.today(), 2);
                assertThat(some).isNotEmpty();
                read.addAll(some);
                after = EpisodeRef.valueOf(some.getLast().ref());
            }
            assertThat(read).isEqualTo(all);
        }
    }

    /** Seeded faults, each by itself: accept for a day before the request; ask, or tell who cares, for a package that is over. */
    @Test
    void nobodyIsBridgedBeforeItWasAskedForOrWhenCareIsNoLongerWanted() {
        PackageFacts facts = packages.approved(county, "newtown");
        EpisodeRef ref = examples.requested(county, facts);
        Acceptance yesterday = new Acceptance(examples.today().minusDays(1), examples.today(), 0);
        refused(() -> bridging.accept(county.inhouse(), ref, yesterday), "bridging.error.startBeforeRequest");
        PackageFacts over = packages.approved(county, "newtown");
        packages.withdraw(county.broker(), over.ref());
        refused(() -> requests.toAsk(county.broker(), over.ref()), "bridging.error.notWaiting");
        refused(
                () -> covers.change(county.broker(), over.ref(), Cover.FAMILY, clock.instant()),
                "bridging.error.notWaiting");
    }

    /** Seeded faults, each by itself: take bridging for a cover that may be typed; forget the provider that is leaving. */
    @Test
    void coverThatFollowsFromOtherDeedsIsNotTyped() {
        PackageFacts facts = packages.approved(county, "newtown");
        for (Cover made : List.of(Cover.BRIDGING, Cover.PART, Cover.LEAVING))
            assertThatThrownBy(() -> covers.change(county.broker(), facts.ref(), made, clock.instant()))
                    .isInstanceOf(NotFound.class);
        PlacementExamples.Accepted live = placed.live(county, examples.today().minusDays(9));
        endings.handBack(
                live.provider(),
                live.ref(),
                HandbackReason.RATE,
                "",
                examples.today().plusDays(30));
        refused(
                () -> covers.change(county.broker(), live.carePackage().ref(), Cover.FAMILY, clock.instant()),
                "bridging.error.providerStillCares");
    }

    private static void refused(Runnable step, String key) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }

    private Optional<Obstacle> accept(EpisodeRef ref, LocalDate monday, int displaced) {
        return bridging.accept(county.inhouse(), ref, new Acceptance(monday, monday.plusDays(6), displaced));
    }

    private String ask(Actor actor, PackageFacts facts) {
        try {
            requests.request(actor, facts.ref(), RequestReason.DISCHARGE);
            return "asked";
        } catch (RuleBroken refused) {
            return refused.messageKey();
        }
    }

    private LocalDate nextWeek() {
        return InhouseHours.mondayOf(examples.today()).plusWeeks(WEEKS.getAndAdd(2));
    }

    private LocalDate week(int available, int enablement) {
        LocalDate monday = nextWeek();
        capacity.declare(county.inhouse(), monday, 1, available, enablement);
        return monday;
    }

    private long readings() {
        return jdbc.sql("select count(*) from audit.reading where page = 'bridging'")
                .query(Long.class)
                .single();
    }
}
