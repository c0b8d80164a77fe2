package cymru.pontio.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.bidding.Bids;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class PlacementTests {
    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    AwardProposals proposals;

    @Autowired
    Offers offers;

    @Autowired
    Placements placements;

    @Autowired
    PlacementRecords records;

    @Autowired
    Revocations revocations;

    @Autowired
    Starts starts;

    @Autowired
    CarePackages packages;

    @Autowired
    Bids bids;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void acceptanceMakesEverythingAtOnce() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        PlacementRef ref = offers.accept(county.providerA(), award, Confirmation.NONE);
        PlacementView view = records.view(county.providerA(), ref);
        assertThat(view.row().status()).isEqualTo(PlacementStatus.PENDING_START);
        assertThat(Objects.requireNonNull(view.person()).id())
                .isEqualTo(round.carePackage().person());
        ServiceOrder order = Objects.requireNonNull(view.order());
        assertThat(order.calls()).hasSize(round.carePackage().lines().size());
        assertThat(order.scores())
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparing(ServiceOrder.Score::criterion));
        assertThat(packages.facts(round.carePackage().id()).status()).isEqualTo(PackageStatus.AWARDED);
        assertThat(text(
                        "select status from adverts.advert where id = ?",
                        round.advert().id().value()))
                .isEqualTo("AWARDED");
        assertThat(bids.view(county.providerA(), round.best()).status().name()).isEqualTo("SUCCESSFUL");
        assertThat(bids.view(county.providerB(), round.second()).feedback()).isNotEmpty();
    }

    @Test
    void acceptanceDoesAllOrNothing() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        jdbc.sql("alter table placements.identity_release add constraint broken check (provider_id is null) not valid")
                .update();
        try {
            assertThatThrownBy(() -> offers.accept(county.providerA(), award, Confirmation.NONE))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            jdbc.sql("alter table placements.identity_release drop constraint broken")
                    .update();
        }
        assertThat(text("select status from placements.award where ref = ?", award.value()))
                .isEqualTo("OFFERED");
        assertThat(text(
                        "select status from adverts.advert where id = ?",
                        round.advert().id().value()))
                .isEqualTo("OPEN");
        assertThat(text(
                        "select status from bidding.bid where ref = ?",
                        round.best().value()))
                .isEqualTo("SELECTED");
        assertThat(packages.facts(round.carePackage().id()).status()).isEqualTo(PackageStatus.SOURCING);
        assertThat(count(
                        "select count(*) from placements.placement where care_package_id = ?",
                        round.carePackage().id().value()))
                .isZero();
        assertThat(count(
                        "select count(*) from audit.entry where subject = ? and action = 'AwardAccepted'",
                        award.value()))
                .isZero();
        offers.accept(county.providerA(), award, Confirmation.NONE);
    }

    @Test
    void anotherProvidersOfferIsNotThere() {
        AwardRef award = examples.offered(county, examples.approved(county), county.providerA());
        assertThatThrownBy(() -> offers.view(county.providerB(), award)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> offers.accept(county.providerB(), award, Confirmation.NONE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> offers.refuse(county.providerB(), award, "Not ours"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> offers.accept(county.broker(), award, Confirmation.NONE))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anotherProvidersPlacementIsNotThere() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        assertThatThrownBy(() -> records.view(county.providerB(), accepted.ref()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> records.order(county.providerB(), accepted.ref(), null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> starts.failed(county.providerB(), accepted.ref(), "Not ours", null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> placements.visited(county.providerB(), Map.of(accepted.id(), clock.instant())))
                .isInstanceOf(NotFound.class);
        assertThat(records.list(county.providerB(), null, null).rows())
                .noneMatch(row -> row.ref().equals(accepted.ref()));
        assertThat(placements.forVisits(county.providerB()))
                .doesNotContainKey(accepted.carePackage().ref().value());
    }

    @Test
    void brokersSeeThePlacementWithoutTheName() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        assertThat(records.view(county.broker(), accepted.ref()).person()).isNull();
        assertThat(placements.ofPackage(county.broker(), accepted.carePackage().ref()))
                .containsExactly(accepted.ref());
    }

    @Test
    void everyLookAtThePersonIsRecorded() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        records.view(county.providerA(), accepted.ref());
        assertThat(count(
                        "select count(*) from audit.reading where page = 'placement' and account_id = ?",
                        county.providerA().userId()))
                .isPositive();
    }

    @Test
    void aRevokedProviderNoLongerSeesThePerson() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        revocations.ask(county.commissioner(), accepted.award(), "Wrong provider");
        revocations.approve(county.otherCommissioner(), accepted.award());
        PlacementView view = records.view(county.providerA(), accepted.ref());
        assertThat(view.person()).isNull();
        assertThat(view.order()).isNull();
        assertThatThrownBy(() -> records.order(county.providerA(), accepted.ref(), null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void startsWithTheFirstVisitAndNotWithTheAward() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        assertThat(packages.facts(accepted.carePackage().id()).status().waiting())
                .isTrue();
        assertThat(placements.started(accepted.carePackage().id())).isEmpty();
        Instant visit = clock.instant().plus(Duration.ofHours(2));
        placements.visited(county.providerA(), Map.of(accepted.id(), visit));
        assertThat(packages.facts(accepted.carePackage().id()).status()).isEqualTo(PackageStatus.LIVE);
        assertThat(placements.started(accepted.carePackage().id())).isPresent();
        assertThat(records.view(county.broker(), accepted.ref()).row().status()).isEqualTo(PlacementStatus.LIVE);
    }

    /** By the clock at the door somebody came before the click that made it theirs. Seeded fault: take the clock's word. */
    @Test
    void careOfTheDayOfTheAwardBeginsAfterIt() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        Instant visit = Zone.startOf(Zone.dayOf(clock.instant()));
        placements.visited(county.providerA(), Map.of(accepted.id(), visit));
        assertThat(records.view(county.broker(), accepted.ref()).row().firstVisit())
                .isEqualTo(visit);
        assertThat(jdbc.sql("""
                        select status from carepackages.status_event where care_package_id = ? and effective_at <= now()
                        order by effective_at, id""")
                        .param(accepted.carePackage().id().value())
                        .query(String.class)
                        .list())
                .endsWith("AWARDED", "LIVE");
    }

    @Test
    void earlierVisitsThatArriveLaterMoveTheStartBack() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        Instant late = clock.instant().plus(Duration.ofHours(8)).truncatedTo(ChronoUnit.SECONDS);
        placements.visited(county.providerA(), Map.of(accepted.id(), late));
        placements.visited(county.providerA(), Map.of(accepted.id(), late.plusSeconds(60)));
        placements.visited(county.providerA(), Map.of(accepted.id(), late.minusSeconds(3600)));
        assertThat(Objects.requireNonNull(
                        records.view(county.broker(), accepted.ref()).row().firstVisit()))
                .isEqualTo(late.minusSeconds(3600));
    }

    @Test
    void cannotBeRevokedOnceSomebodyWasVisited() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        revocations.ask(county.commissioner(), accepted.award(), "Wrong provider");
        placements.visited(county.providerA(), Map.of(accepted.id(), clock.instant()));
        assertThatThrownBy(() -> revocations.approve(county.otherCommissioner(), accepted.award()))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("placements.error.visited"));
        assertThatThrownBy(() -> jdbc.sql("update placements.placement set status = 'REVOKED' where id = ?")
                        .param(accepted.id())
                        .update())
                .hasMessageContaining("check");
    }

    @Test
    void aFailedStartLeavesThePackageWaiting() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        assertThatThrownBy(() -> starts.failed(county.providerA(), accepted.ref(), "No worker came", null))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("placements.error.notDue"));
        LocalDate today = Zone.dayOf(clock.instant());
        examples.due(accepted.ref(), today.minusDays(1));
        starts.failed(county.providerA(), accepted.ref(), "No worker came", today.plusDays(2));
        assertThat(packages.facts(accepted.carePackage().id()).status()).isEqualTo(PackageStatus.AWARDED);
        PlacementView view = records.view(county.broker(), accepted.ref());
        assertThat(view.row().agreedStart()).isEqualTo(today.plusDays(2));
        assertThat(view.failedStarts())
                .singleElement()
                .satisfies(one -> assertThat(one.due()).isEqualTo(today.minusDays(1)));
    }

    @Test
    void theOrderIsSealedAndNeverChanges() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        assertThat(text(
                        "select (seal = encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex'))::text from placements.service_order where placement_id = ?",
                        accepted.id()))
                .isEqualTo("true");
        assertThatThrownBy(() -> jdbc.sql("update placements.service_order set seal = seal where placement_id = ?")
                        .param(accepted.id())
                        .update())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void visitsFindTheirPlacementByThePackage() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        assertThat(placements
                        .forVisits(county.providerA())
                        .get(accepted.carePackage().ref().value()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo(accepted.id());
                    assertThat(one.kind()).isEqualTo("AGENCY");
                    assertThat(one.person())
                            .isEqualTo(accepted.carePackage().person().value());
                });
    }

    /** Seeded faults, each by itself: let care that began fail to start; take any day for a new start. */
    @Test
    void onlyCareThatHasNotBegunFailsToStartAndBeginsLater() {
        PlacementExamples.Accepted live =
                examples.live(county, Zone.dayOf(clock.instant()).minusDays(3));
        refused(() -> starts.failed(live.provider(), live.ref(), "No worker", null), "placements.error.started");
        PlacementExamples.Accepted due = examples.pending(county);
        LocalDate today = Zone.dayOf(clock.instant());
        examples.due(due.ref(), today);
        refused(() -> starts.failed(due.provider(), due.ref(), "No worker", today), "placements.error.notLater");
        starts.failed(due.provider(), due.ref(), "No worker", null);
        refused(() -> starts.failed(due.provider(), due.ref(), "Again", null), "placements.error.reported");
    }

    /** Seeded faults, each by itself: keep one row of each day only; take a day that is over. */
    @Test
    void theNewFirstDayIsSaidLaterWhereNobodyKnewIt() {
        LocalDate today = Zone.dayOf(clock.instant());
        PlacementExamples.Accepted due = examples.pending(county);
        examples.due(due.ref(), today.minusDays(3));
        starts.failed(due.provider(), due.ref(), "No worker", null);
        assertThat(records.startReported(county.broker(), due.ref())).isTrue();
        refused(
                () -> starts.failed(due.provider(), due.ref(), "Soon", today.minusDays(1)),
                "placements.error.newStartPassed");
        starts.failed(due.provider(), due.ref(), "A worker is back", today);
        PlacementView view = records.view(county.broker(), due.ref());
        assertThat(view.row().agreedStart()).isEqualTo(today);
        assertThat(view.failedStarts()).hasSize(2);
        assertThat(view.startReported()).isFalse();
        assertThat(records.startReported(county.broker(), due.ref())).isFalse();
        starts.failed(due.provider(), due.ref(), "It did not start today either", null);
        assertThat(records.view(county.broker(), due.ref()).failedStarts()).hasSize(3);
    }

    private static void refused(Runnable step, String key) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }

    private String text(String sql, Object key) {
        return jdbc.sql(sql).param(key).query(String.class).single();
    }

    private int count(String sql, Object key) {
        return jdbc.sql(sql).param(key).query(Integer.class).single();
    }
}
