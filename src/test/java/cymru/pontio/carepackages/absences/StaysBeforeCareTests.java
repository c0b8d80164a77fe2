package cymru.pontio.carepackages.absences;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PontioTest
class StaysBeforeCareTests {
    @Autowired
    Absences absences;

    @Autowired
    AbsencePages pages;

    @Autowired
    CarePackages packages;

    @Autowired
    PackageExamples examples;

    @Autowired
    PlacementExamples agencies;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    /** Seeded fault: write no stay at the approval. */
    @Test
    void whoIsInHospitalAtTheApprovalIsAmongThoseAway() {
        PackageFacts facts = examples.inHospital(county, "newtown");
        assertThat(facts.cover()).isEqualTo(Cover.HOSPITAL);
        assertThat(pages.all(county.broker())).anySatisfy(row -> {
            assertThat(row.packageRef()).isEqualTo(facts.ref().value());
            assertThat(row.kind()).isEqualTo(AwayKind.HOSPITAL);
            assertThat(row.back()).isNull();
        });
        examples.rewrite(county, facts.ref(), "Help to get up and wash.");
        assertThat(absences.of(facts.id())).hasSize(1);
        absences.promise(county.socialWorker(), facts.ref(), one(facts).id(), clock.instant());
        assertThat(packages.facts(facts.id()).cover()).isEqualTo(Cover.NONE);
    }

    /** Seeded faults: let the stay go on; end it with a first visit on its own day. */
    @Test
    void theFirstVisitFindsThePersonAtHome() {
        LocalDate first = yesterday();
        PackageFacts thatDay = examples.inHospital(county, "newtown");
        began(thatDay, Zone.startOf(first).plusSeconds(60));
        agencies.live(agencies.pending(county, thatDay, county.providerA()), first);
        assertThat(packages.facts(thatDay.id()).status()).isEqualTo(PackageStatus.LIVE);
        assertThat(one(thatDay).back()).isNull();

        PackageFacts before = examples.inHospital(county, "newtown");
        began(before, Zone.startOf(first).minusSeconds(60));
        agencies.live(agencies.pending(county, before, county.providerA()), first);
        assertThat(one(before).back()).isEqualTo(Zone.startOf(first));
        assertThat(one(before).settled()).isTrue();
    }

    /** Home at noon and a first visit the same day. Seeded fault: move the return to the morning, which refuses the visit. */
    @Test
    void whoCameHomeOnTheDayOfTheFirstVisitStaysAsTold() {
        LocalDate first = yesterday();
        PackageFacts facts = examples.inHospital(county, "newtown");
        began(facts, Zone.startOf(first).minusSeconds(60));
        Instant home = Zone.startOf(first).plusSeconds(12 * 3600);
        absences.promise(county.socialWorker(), facts.ref(), one(facts).id(), home);
        assertThat(one(facts).settled()).isTrue();
        agencies.live(agencies.pending(county, facts, county.providerA()), first);
        assertThat(packages.facts(facts.id()).status()).isEqualTo(PackageStatus.LIVE);
        assertThat(one(facts).back()).isEqualTo(home);
    }

    /** Seeded fault: end every stay with care that begins. */
    @Test
    void aStayOfSomebodyWhoIsCaredForInPartGoesOn() {
        PackageFacts facts = examples.approved(county, "newtown");
        packages.coverChanged(county.broker(), facts.id(), Cover.PART, clock.instant());
        absences.tell(county.broker(), facts.ref(), AwayKind.HOSPITAL, clock.instant(), null);
        began(facts, Zone.startOf(yesterday()).minusSeconds(60));
        agencies.live(agencies.pending(county, facts, county.providerA()), yesterday());
        assertThat(one(facts).back()).isNull();
    }

    private LocalDate yesterday() {
        return Zone.dayOf(clock.instant()).minusDays(1);
    }

    private Absence one(PackageFacts facts) {
        return absences.of(facts.id()).getFirst();
    }

    /** Time has passed: what was told is not edited otherwise. */
    private void began(PackageFacts facts, Instant at) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update carepackages.absence set away_at = ? where care_package_id = ?")
                    .params(Timestamp.from(at), facts.id().value())
                    .update();
        });
    }
}
