package cymru.pontio.bridging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.Deaths;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.Placements;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bridging follows its package: into its end, into hospital and home again. */
@PontioTest
class PackageNewsTests {
    @Autowired
    County county;

    @Autowired
    PackageExamples examples;

    @Autowired
    BridgingExamples bridging;

    @Autowired
    CarePackages packages;

    @Autowired
    Absences absences;

    @Autowired
    Deaths deaths;

    @Autowired
    PlacementExamples agencies;

    @Autowired
    Placements placements;

    @Autowired
    NobodyCaring nobody;

    @Autowired
    Bridging cover;

    @Autowired
    Admissions admissions;

    @Autowired
    Capacity capacity;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    /** Seeded fault: leave the news out. */
    @Test
    void theTeamHearsThatTheAgencyHasBegun() {
        PackageFacts bridged = examples.approved(county, "newtown");
        String ref = bridging.active(county, bridged).value();
        PlacementExamples.Accepted accepted = agencies.pending(county, bridged, county.providerA());
        placements.visited(county.providerA(), Map.of(accepted.id(), clock.instant()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> told(ref).contains(county.inhouse().userId()));
        assertThat(told(ref)).doesNotContain(county.providerA().userId());
        assertThat(episodes(bridged)).singleElement().asString().startsWith("ACTIVE");
    }

    private List<UUID> told(String episode) {
        return jdbc.sql("""
                select i.account_id from notifications.inbox i join notifications.news n on n.id = i.news_id
                where n.message_key = 'bridging.news.agency' and n.ref = ?""").param(episode).query(UUID.class).list();
    }

    @Test
    void endsWithItsPackage() {
        PackageFacts bridged = examples.approved(county, "newtown");
        bridging.active(county, bridged);
        deaths.died(county.socialWorker(), bridged.ref(), clock.instant());
        assertThat(episodes(bridged)).containsExactly("ENDED DIED");

        PackageFacts asked = examples.approved(county, "newtown");
        bridging.requested(county, asked);
        examples.withdraw(county.socialWorker(), asked.ref());
        assertThat(episodes(asked)).containsExactly("REFUSED OVER");
    }

    /** Seeded faults, each by itself: leave its hours promised; count the person as bridged. */
    @Test
    void whatEndsBeforeItBeginsTakesNoHoursAndBridgedNobody() {
        PackageFacts one = examples.approved(county, "newtown");
        LocalDate start = InhouseHours.mondayOf(bridging.today()).plusWeeks(6);
        capacity.declare(county.inhouse(), start, 1, 10_000_000, 0);
        int before = planned(start);
        cover.accept(county.inhouse(), bridging.requested(county, one), new Acceptance(start, start, 0));
        assertThat(planned(start))
                .isEqualTo(before + Math.round(one.hours().carer().minutes() / 7f));
        assertThat(bridged(one)).isOne();
        deaths.died(county.socialWorker(), one.ref(), clock.instant());
        assertThat(planned(start)).isEqualTo(before);
        assertThat(bridged(one)).isZero();
    }

    private int planned(LocalDate monday) {
        return capacity.weeks(county.inhouse()).stream()
                .filter(week -> week.monday().equals(monday))
                .mapToInt(InhouseWeek::planned)
                .sum();
    }

    private int bridged(PackageFacts of) {
        return jdbc.sql("select count(*) from bridging.report_episode_known('infinity') where care_package_id = ?")
                .param(of.id().value())
                .query(Integer.class)
                .single();
    }

    /** Bridged, in hospital, home and asked for again: one line on the waiting list each time, and nobody silently alone. */
    @Test
    void restsInHospitalAndIsAskedForAgainAtTheReturn() {
        PackageFacts one = examples.approved(county, "newtown");
        bridging.active(county, one);
        assertThat(waiting(one)).containsExactly("BRIDGED");
        absences.tell(county.broker(), one.ref(), AwayKind.HOSPITAL, clock.instant(), null);
        assertThat(waiting(one)).containsExactly("IN_HOSPITAL");
        assertThat(episodes(one)).containsExactly("ENDED HOSPITAL");
        absences.promise(
                county.broker(), one.ref(), absences.of(one.id()).getFirst().id(), clock.instant());
        assertThat(packages.facts(one.id()).cover()).isEqualTo(Cover.NONE);
        assertThat(waiting(one)).containsExactly("NO_COVER");
        assertThat(episodes(one)).containsExactly("ENDED HOSPITAL", "REQUESTED DISCHARGE");
        nobody.forget();
        assertThat(nobody.of(county.socialWorker())).isNotEmpty();
        assertThat(nobody.of(county.commissioner())).isNotEmpty();
    }

    /**
     * The team says that the person is in hospital: the stay is told with it, and the return asks for bridging again. Seeded
     * fault: tell no stay (the table refuses).
     */
    @Test
    void endsForHospitalWithTheStay() {
        PackageFacts one = examples.approved(county, "newtown");
        EpisodeRef ref = bridging.active(county, one);
        admissions.admitted(county.inhouse(), ref, clock.instant());
        assertThat(waiting(one)).containsExactly("IN_HOSPITAL");
        assertThat(absences.of(one.id())).singleElement().satisfies(stay -> {
            assertThat(stay.kind()).isEqualTo(AwayKind.HOSPITAL);
            assertThat(stay.coverBefore()).isEqualTo(Cover.BRIDGING);
            assertThat(stay.open(clock.instant())).isTrue();
            absences.promise(county.broker(), one.ref(), stay.id(), clock.instant());
        });
        assertThat(waiting(one)).containsExactly("NO_COVER");
        assertThat(episodes(one)).containsExactly("ENDED HOSPITAL", "REQUESTED DISCHARGE");
    }

    /** Seeded faults, each by itself: tell every stay anew; leave a report waiting for an answer. */
    @Test
    void endsForHospitalWithAStayThatWasToldBefore() {
        PackageFacts reported = examples.approved(county, "newtown");
        EpisodeRef first = bridging.active(county, reported);
        absences.report(county.inhouse(), reported.id(), AwayKind.HOSPITAL, clock.instant());
        admissions.admitted(county.inhouse(), first, clock.instant());
        assertThat(absences.of(reported.id()))
                .singleElement()
                .matches(stay -> stay.confirmed() != null && stay.coverBefore() == Cover.BRIDGING);
        PackageFacts known = examples.approved(county, "newtown");
        absences.tell(county.broker(), known.ref(), AwayKind.HOSPITAL, clock.instant(), null);
        admissions.admitted(county.inhouse(), bridging.active(county, known), clock.instant());
        assertThat(absences.of(known.id())).hasSize(1);
        for (PackageFacts one : List.of(reported, known)) {
            assertThat(episodes(one)).containsExactly("ENDED HOSPITAL");
            assertThat(waiting(one)).containsExactly("IN_HOSPITAL");
        }
    }

    /** Told afterwards. Seeded fault: end bridging with whatever stay. */
    @Test
    void aStayThatWasOverBeforeEndsNothing() {
        PackageFacts one = examples.approved(county, "newtown");
        bridging.active(county, one);
        Instant today = Zone.startOf(Zone.dayOf(clock.instant()));
        absences.tell(
                county.broker(),
                one.ref(),
                AwayKind.HOSPITAL,
                today.minus(Duration.ofDays(2)),
                today.minus(Duration.ofHours(9)));
        assertThat(episodes(one)).containsExactly("ACTIVE NO_PROVIDER");
        assertThat(waiting(one)).containsExactly("BRIDGED");
    }

    private List<String> episodes(PackageFacts of) {
        return jdbc.sql("""
                select status || ' ' || coalesce(end_reason, answer_reason, reason) from bridging.episode
                where care_package_id = ? order by id""").param(of.id().value()).query(String.class).list();
    }

    private List<String> waiting(PackageFacts of) {
        return jdbc.sql(
                        "select status from carepackages.report_waiting(clock_timestamp(), clock_timestamp()) where care_package_id = ?")
                .param(of.id().value())
                .query(String.class)
                .list();
    }
}
