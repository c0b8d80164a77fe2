package cymru.pontio.carepackages;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.AsKnown;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PontioTest
class WaitingListTests {
    @Autowired
    PackageExamples examples;

    @Autowired
    County county;

    @Autowired
    CarePackages packages;

    @Autowired
    Decisions decisions;

    @Autowired
    WaitingList waiting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    /** Seeded fault: order history by the time of recording. */
    @Test
    void tellsForEachDayWhatHappenedByItsEnd() {
        PackageFacts one = happened("newtown", "2024-03-01T09:00:00Z");
        status(one.id(), "SOURCING", "2024-03-02T09:00:00Z", "2024-03-02T09:00:00Z");
        cover(one.id(), "HOSPITAL", "2024-03-04T09:00:00Z", "2024-03-04T09:00:00Z");
        cover(one.id(), "BRIDGING", "2024-03-06T09:00:00Z", "2024-03-06T09:00:00Z");
        status(one.id(), "LIVE", "2024-03-10T08:00:00Z", "2024-03-10T18:00:00Z");
        cover(one.id(), "FAMILY", "2024-03-03T09:00:00Z", "2024-03-20T09:00:00Z");
        status(one.id(), "ON_HOLD", "2024-03-02T08:00:00Z", "2024-03-20T09:00:00Z");
        assertThat(row(one, "2024-02-29", false)).isEmpty();
        assertThat(row(one, "2024-03-01", false).orElseThrow().status()).isEqualTo(WaitingStatus.NO_COVER);
        assertThat(row(one, "2024-03-04", false).orElseThrow().status()).isEqualTo(WaitingStatus.IN_HOSPITAL);
        assertThat(row(one, "2024-03-09", false).orElseThrow().status()).isEqualTo(WaitingStatus.BRIDGED);
        assertThat(row(one, "2024-03-09", false).orElseThrow().daysGross()).isEqualTo(8);
        assertThat(row(one, "2024-03-10", false)).isEmpty();
    }

    @Test
    void knowsLaterRecordedFactsOnlyWhenAskedAsOfNow() {
        PackageFacts one = happened("newtown", "2024-03-01T09:00:00Z");
        cover(one.id(), "HOSPITAL", "2024-03-02T09:00:00Z", "2024-03-05T09:00:00Z");
        assertThat(row(one, "2024-03-03", false).orElseThrow().status()).isEqualTo(WaitingStatus.IN_HOSPITAL);
        assertThat(row(one, "2024-03-03", true).orElseThrow().status()).isEqualTo(WaitingStatus.NO_COVER);
        assertThat(row(one, "2024-03-03", "2024-03-04").orElseThrow().status()).isEqualTo(WaitingStatus.NO_COVER);
        assertThat(row(one, "2024-03-03", "2024-03-05T09:00:00Z").orElseThrow().status())
                .isEqualTo(WaitingStatus.IN_HOSPITAL);
    }

    /** The day is that of the clock on the wall: in summer it ends at 23:00 in Greenwich. */
    @Test
    void endsTheDayAtMidnightInLondon() {
        PackageFacts one = happened("newtown", "2024-06-10T23:30:00Z");
        assertThat(row(one, "2024-06-10", false)).isEmpty();
        assertThat(row(one, "2024-06-11", false).orElseThrow().daysGross()).isZero();
    }

    @Test
    void leavesDaysOnHoldOutOfTheNetWait() {
        PackageFacts one = happened("newtown", "2024-03-01T09:00:00Z");
        status(one.id(), "ON_HOLD", "2024-03-03T23:00:00Z", "2024-03-03T23:00:00Z");
        assertThat(row(one, "2024-03-04", false).orElseThrow().status()).isEqualTo(WaitingStatus.ON_HOLD);
        status(one.id(), "APPROVED", "2024-03-05T01:00:00Z", "2024-03-05T01:00:00Z");
        WaitingRow row = row(one, "2024-03-11", false).orElseThrow();
        assertThat(row.daysGross()).isEqualTo(10);
        assertThat(row.daysNet()).isEqualTo(8);
    }

    @Test
    void stopsWaitingAtAFirstVisitEvenIfAHoldWasRecordedForLater() {
        PackageFacts one = examples.approved(county, "newtown");
        packages.sourcing(county.broker(), one.id());
        packages.awarded(county.broker(), one.id());
        Instant visit = Instant.now().minusSeconds(3600);
        decisions.hold(county.broker(), one.ref(), "Away");
        packages.careStarted(county.broker(), one.id(), visit, true);
        assertThat(packages.facts(one.id()).status()).isEqualTo(PackageStatus.LIVE);
        assertThat(row(one, LocalDate.now(Zone.LONDON).toString(), false)).isEmpty();
    }

    @Test
    void takesAnEarlierFirstVisitThatIsToldLater() {
        PackageFacts one = happened("newtown", "2024-03-01T09:00:00Z");
        packages.awarded(county.broker(), one.id());
        packages.careStarted(county.broker(), one.id(), Instant.parse("2024-03-09T08:00:00Z"), true);
        assertThat(row(one, "2024-03-08", false)).isPresent();
        packages.careStarted(county.broker(), one.id(), Instant.parse("2024-03-07T08:00:00Z"), true);
        assertThat(row(one, "2024-03-08", false)).isEmpty();
        assertThat(row(one, "2024-03-06", false)).isPresent();
    }

    /** Seeded fault: write down each earlier minute of a first visit that came before the award. */
    @Test
    void startsOnceHoweverOftenTheFirstVisitOfTheDayOfTheAwardIsPutRight() {
        PackageFacts one = examples.approved(county, "newtown");
        packages.sourcing(county.broker(), one.id());
        Instant before = Instant.now();
        packages.awarded(county.broker(), one.id());
        packages.careStarted(county.broker(), one.id(), before, true);
        packages.careStarted(county.broker(), one.id(), before.minusMillis(1), true);
        assertThat(jdbc.sql(
                                "select count(*) from carepackages.status_event where care_package_id = ? and status = 'LIVE'")
                        .param(one.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void doesNotChangeThePastWhenAPackageIsPlannedAnew() {
        PackageFacts one = happened("newtown", "2024-03-01T09:00:00Z");
        jdbc.sql(
                        "update carepackages.care_package set user_minutes_week = 60, carer_minutes_week = 60, locality = 'brecon' where id = ?")
                .param(one.id().value())
                .update();
        WaitingRow row = row(one, "2024-03-03", false).orElseThrow();
        assertThat(row.userMinutes()).isEqualTo(885);
        assertThat(row.areaEn()).isEqualTo("Newtown");
    }

    @Test
    void goesOnWaitingWithPartOfTheCare() {
        PackageFacts one = examples.approved(county, "brecon");
        packages.careStarted(county.broker(), one.id(), Instant.now(), false);
        assertThat(row(one, LocalDate.now(Zone.LONDON).toString(), false)
                        .orElseThrow()
                        .status())
                .isEqualTo(WaitingStatus.PART_MET);
    }

    @Test
    void showsRowsToThoseConcernedAndCountsToOthers() {
        PackageFacts one = examples.approved(county, "hay");
        for (String language : List.of("en", "cy"))
            for (Actor reader :
                    List.of(county.broker(), county.commissioner(), county.socialWorker(), county.manager()))
                assertThat(mvc.get().uri("/" + language + "/waiting-list").with(as(reader)))
                        .hasStatusOk()
                        .bodyText()
                        .contains(one.ref().value());
        for (Actor reader : List.of(county.inhouse(), county.finance(), county.otherSocialWorker()))
            assertThat(mvc.get().uri("/en/waiting-list").with(as(reader)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("waiting for care", "Hay and Talgarth")
                    .doesNotContain(one.ref().value());
        for (Actor reader : List.of(county.providerA(), county.admin(), county.auditor()))
            assertThat(mvc.get().uri("/en/waiting-list").with(as(reader))).hasStatus(404);
        assertThat(mvc.get().uri("/en/waiting-list.csv").with(as(county.finance())))
                .as("no file that says nobody waits to whoever sees the counts alone")
                .hasStatus(404);
        assertThat(mvc.get().uri("/en/waiting-list.csv?area=hay").with(as(county.broker())))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "package_ref,area,status,hours_per_week,waiting_since,days_gross,days_net",
                        one.ref() + ",Hay and Talgarth,NO_COVER,14.75,");
    }

    @Test
    void asksAgainForDatesThatAreNoneOrInTheFuture() {
        for (String on : List.of("nonsense", "2024-02-30", "0000-01-01", "99999999999"))
            assertThat(mvc.get().uri("/en/waiting-list?on=" + on).with(as(county.broker())))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Enter a real date", "aria-invalid");
        assertThat(mvc.get().uri("/cy/waiting-list?on=2199-01-01").with(as(county.broker())))
                .hasStatus(422)
                .bodyText()
                .contains("nad yw yn y dyfodol");
        assertThat(mvc.get()
                        .uri("/en/waiting-list?on=2024-03-03&known=yesterday")
                        .with(as(county.broker())))
                .hasStatus(422)
                .bodyText()
                .contains("Choose what was known from the list");
        assertThat(mvc.get()
                        .uri("/cy/waiting-list?on=2024-03-03&known=2024-04-02")
                        .with(as(county.broker())))
                .hasStatusOk()
                .bodyText()
                .contains("Fel yr oedd yn hysbys ar", "/cy/waiting-list.csv?on=2024-03-03&amp;known=2024-04-02");
        assertThat(mvc.get().uri("/en/waiting-list.csv?on=2199-01-01").with(as(county.broker())))
                .hasStatus(422);
        assertThat(mvc.get()
                        .uri("/en/waiting-list?on=3/3/2024&known=that-day&area=hay")
                        .with(as(county.broker())))
                .hasStatusOk();
    }

    /** Seeded fault: count those who wait in an area that is not there, and find nobody. */
    @Test
    void doesNotSayThatNobodyWaitsInAnAreaThatIsNotThere() {
        for (String path : List.of("/en/waiting-list", "/cy/waiting-list.csv"))
            assertThat(mvc.get().uri(path + "?area=atlantis").with(as(county.broker())))
                    .hasStatus(400);
    }

    private Optional<WaitingRow> row(PackageFacts one, String on, boolean asKnownThen) {
        return row(one, on, asKnownThen ? on : "");
    }

    private Optional<WaitingRow> row(PackageFacts one, String on, String known) {
        Instant then = AsKnown.of(known).map(AsKnown::at).orElse(null);
        return waiting.ask(county.broker(), new WaitingList.Question(LocalDate.parse(on), then, "", "")).rows().stream()
                .filter(row -> row.ref().equals(one.ref().value()))
                .findFirst();
    }

    /** A package whose whole history lies back so far. */
    private PackageFacts happened(String locality, String approvedAt) {
        PackageFacts one = examples.approved(county, locality);
        for (String table : List.of("status_event", "cover_event"))
            jdbc.sql("update carepackages." + table
                            + " set effective_at = :at, recorded_at = :at where care_package_id = :id")
                    .param("at", Timestamp.from(Instant.parse(approvedAt)))
                    .param("id", one.id().value())
                    .update();
        return one;
    }

    private void status(PackageId id, String status, String effective, String recorded) {
        jdbc.sql("""
                insert into carepackages.status_event (care_package_id, status, effective_at, recorded_at, by_account, by_name,
                    locality, user_minutes_week, carer_minutes_week)
                values (:id, :status, :effective, :recorded, :by, 'Somebody', 'newtown', 885, 1305)""")
                .param("id", id.value())
                .param("status", status)
                .param("effective", Timestamp.from(Instant.parse(effective)))
                .param("recorded", Timestamp.from(Instant.parse(recorded)))
                .param("by", UUID.randomUUID())
                .update();
    }

    private void cover(PackageId id, String cover, String effective, String recorded) {
        if (cover.equals("HOSPITAL")) stay(id, effective);
        jdbc.sql("""
                insert into carepackages.cover_event (care_package_id, cover, effective_at, recorded_at, by_account, by_name)
                values (:id, :cover, :effective, :recorded, :by, 'Somebody')""")
                .param("id", id.value())
                .param("cover", cover)
                .param("effective", Timestamp.from(Instant.parse(effective)))
                .param("recorded", Timestamp.from(Instant.parse(recorded)))
                .param("by", UUID.randomUUID())
                .update();
    }

    private void stay(PackageId id, String away) {
        jdbc.sql("""
                insert into carepackages.absence (id, care_package_id, kind, away_at, told_by, told_by_name, by_provider, confirmed_by,
                    confirmed_at)
                values (uuidv7(), :id, 'HOSPITAL', :away, :by, 'Somebody', false, :by, now())""")
                .param("id", id.value())
                .param("away", Timestamp.from(Instant.parse(away)))
                .param("by", UUID.randomUUID())
                .update();
    }
}
