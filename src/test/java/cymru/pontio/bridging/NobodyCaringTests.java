package cymru.pontio.bridging;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.bridging.enablement.Enablement;
import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.AwardProposals;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.HandbackReason;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.Placements;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No way leads to an open package for which nobody cares and nobody is told. */
@PontioTest
class NobodyCaringTests {
    @Autowired
    County county;

    @Autowired
    PackageExamples examples;

    @Autowired
    BridgingExamples bridging;

    @Autowired
    PlacementExamples agencies;

    @Autowired
    AwardProposals proposals;

    @Autowired
    Placements placements;

    @Autowired
    Bridging cover;

    @Autowired
    Enablement enablement;

    @Autowired
    Endings endings;

    @Autowired
    Absences absences;

    @Autowired
    CarePackages packages;

    @Autowired
    NobodyCaring nobody;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;

    @BeforeEach
    void today() {
        today = bridging.today();
    }

    /**
     * Seeded faults, each by itself: count who has all of the care from the council's own team as waiting once a provider has
     * begun with some calls; nobody is there after bridging; let what is told afterwards change nothing.
     */
    @Test
    void aProviderOfSomeCallsIsWhoIsThereOnceBridgingHasEnded() {
        for (boolean toldLate : List.of(false, true)) {
            PlacementExamples.Round round = agencies.partly(county);
            PlacementExamples.Accepted some = agencies.accepted(
                    proposals.propose(county.broker(), round.carePackage().ref(), round.best(), ""),
                    county.providerA());
            PackageFacts one = some.carePackage();
            EpisodeRef ref = bridging.active(county, one);
            Map<UUID, Instant> first = Map.of(some.id(), clock.instant());
            if (!toldLate) placements.visited(county.providerA(), first);
            assertThat(packages.facts(one.id()).cover()).isEqualTo(Cover.BRIDGING);
            bridging.end(county, ref, EndReason.NOT_NEEDED);
            if (toldLate) placements.visited(county.providerA(), first);
            assertThat(packages.facts(one.id()).cover()).isEqualTo(Cover.PART);
            assertThat(told(one)).isFalse();
        }
    }

    /** Whoever came on the day of the acceptance came by it. Seeded fault: from the visit, before anybody was asked. */
    @Test
    void someCallsAreGivenFromTheAcceptanceOn() {
        PlacementExamples.Round round = agencies.partly(county);
        PlacementExamples.Accepted some = agencies.accepted(
                proposals.propose(county.broker(), round.carePackage().ref(), round.best(), ""), county.providerA());
        placements.visited(county.providerA(), Map.of(some.id(), Zone.startOf(today)));
        assertThat(packages.facts(some.carePackage().id()).cover()).isEqualTo(Cover.PART);
    }

    /** Seeded fault: any bridging that was accepted is care. */
    @Test
    void bridgingThatBeginsLaterIsNobodysCareYet() {
        PackageFacts one = bridgedNoLonger();
        assertThat(told(one)).isTrue();
        EpisodeRef again = bridging.requested(county, one);
        cover.accept(county.inhouse(), again, new Acceptance(today.plusDays(3), today.plusDays(9), 0));
        assertThat(told(one)).isTrue();
    }

    /** No verb leaves it so; a row that says that somebody cares is not believed. Seeded fault: believe it. */
    @Test
    void aCoverOfBridgingWithoutAnEpisodeIsNobodysCare() {
        PackageFacts one = bridgedNoLonger();
        jdbc.sql("""
                insert into carepackages.cover_event (care_package_id, cover, effective_at, by_account, by_name)
                select care_package_id, 'BRIDGING', clock_timestamp(), by_account, by_name from carepackages.cover_event
                where care_package_id = ? limit 1""").param(one.id().value()).update();
        assertThat(packages.facts(one.id()).cover()).isEqualTo(Cover.BRIDGING);
        assertThat(told(one)).isTrue();
    }

    /** Seeded fault: ask of packages on the market alone. */
    @Test
    void whatWentBackToItsTeamIsStillOpen() {
        PackageFacts one = examples.approved(county, "newtown");
        EpisodeRef active = bridging.active(county, one);
        examples.giveBack(county.broker(), one.ref());
        assertThat(told(one)).isFalse();
        bridging.end(county, active, EndReason.NOT_NEEDED);
        assertThat(told(one)).isTrue();
    }

    /** Seeded fault: bridging that ended for enablement is never asked about. */
    @Test
    void enablementCaresAsLongAsItRuns() {
        PackageFacts one = examples.approved(county, "newtown");
        bridging.end(county, bridging.active(county, one), EndReason.REABLEMENT);
        assertThat(told(one)).isTrue();
        enablement.begin(
                county.inhouse(), one.ref(), today.minusDays(2), today.plusDays(40), List.of("Make my own tea"));
        assertThat(told(one)).isFalse();
        jdbc.sql("""
                update bridging.enablement_episode set ended_on = ?, minutes_after = 60, ended_by = started_by,
                    ended_by_name = started_by_name where care_package_id = ?""").params(today.minusDays(1), one.id().value()).update();
        assertThat(told(one)).isTrue();
    }

    /** Seeded fault: leave the cover as it is where none was written down for the return. */
    @Test
    void whoComesHomeToAProviderThatHasLeftIsNotInHospitalAnyMore() {
        PlacementExamples.Accepted live = agencies.live(county, today.minusDays(5));
        PackageFacts one = live.carePackage();
        absences.tell(county.broker(), one.ref(), AwayKind.HOSPITAL, clock.instant(), null);
        endings.end(county.commissioner(), live.ref(), CareEnd.PROVIDER_FAILURE, "", today);
        assertThat(packages.facts(one.id()).cover()).isEqualTo(Cover.HOSPITAL);
        assertThat(told(one)).isFalse();
        home(one);
        assertThat(packages.facts(one.id()).cover()).isEqualTo(Cover.NONE);
        assertThat(told(one)).isTrue();
    }

    /** Seeded fault: put back that some calls are delivered, whoever has left meanwhile. */
    @Test
    void whoComesHomeToHalfOfTheCallsHasThemOnlyIfThatProviderStayed() {
        for (boolean stays : List.of(true, false)) {
            PlacementExamples.Accepted live = agencies.live(county, today.minusDays(5));
            PackageFacts one = live.carePackage();
            packages.providerLeaves(county.broker(), one.id(), clock.instant(), CareEnd.HANDBACK, false);
            packages.coverChanged(county.broker(), one.id(), Cover.PART, clock.instant());
            absences.tell(county.broker(), one.ref(), AwayKind.HOSPITAL, clock.instant(), null);
            if (!stays) endings.end(county.commissioner(), live.ref(), CareEnd.PROVIDER_FAILURE, "", today);
            home(one);
            assertThat(packages.facts(one.id()).cover()).isEqualTo(stays ? Cover.PART : Cover.NONE);
            assertThat(told(one)).isEqualTo(!stays);
        }
    }

    /** Seeded fault: nobody is there after bridging. */
    @Test
    void aProviderOnNoticeStillCaresWhenBridgingEndsBeforeIt() {
        PlacementExamples.Accepted live = agencies.live(county, today.minusDays(5));
        PackageFacts one = live.carePackage();
        endings.handBack(county.providerA(), live.ref(), HandbackReason.NO_WORKERS, "", today.plusDays(28));
        bridging.end(county, bridging.active(county, one), EndReason.NOT_NEEDED);
        assertThat(packages.facts(one.id()).cover()).isEqualTo(Cover.LEAVING);
        assertThat(told(one)).isFalse();
        endings.end(county.commissioner(), live.ref(), CareEnd.PROVIDER_FAILURE, "", today);
        assertThat(told(one)).isTrue();
    }

    private PackageFacts bridgedNoLonger() {
        PackageFacts one = examples.approved(county, "newtown");
        bridging.end(county, bridging.active(county, one), EndReason.NOT_NEEDED);
        return one;
    }

    private void home(PackageFacts one) {
        absences.promise(
                county.broker(), one.ref(), absences.of(one.id()).getFirst().id(), clock.instant());
    }

    private boolean told(PackageFacts one) {
        return nobody.ask().stream()
                .anyMatch(left -> left.ref().equals(one.ref().value()));
    }
}
