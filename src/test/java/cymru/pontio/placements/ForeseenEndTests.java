package cymru.pontio.placements;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The day from which care is said to be over beforehand is the day on which it ends, as {@link Departure} decides it. */
@PontioTest
@Transactional
class ForeseenEndTests {
    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    Placements placements;

    @Autowired
    AwardProposals proposals;

    @Autowired
    Endings endings;

    @Autowired
    PlacementTable table;

    @Autowired
    CarePackages packages;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;

    @BeforeEach
    void today() {
        today = Zone.dayOf(clock.instant());
    }

    @Test
    void ofANoticeAfterWhichNobodyNeedsTheCare() {
        PlacementExamples.Accepted live = live();
        endings.end(county.broker(), live.ref(), CareEnd.NOT_NEEDED, "Agreed", today.plusDays(1));
        foreseenAndCome(live, live);
    }

    /** Seeded fault: let those who share the care go on for the day itself. */
    @Test
    void ofThoseWhoShareTheCareOfSomebodyWhoMoves() {
        PlacementExamples.Round round = examples.partly(county);
        jdbc.sql("set local session_replication_role = origin").update();
        PlacementExamples.Accepted some = visited(examples.accepted(
                proposals.propose(county.broker(), round.carePackage().ref(), round.best(), ""), county.providerA()));
        PlacementExamples.Accepted rest = visited(examples.pending(county, facts(some), county.providerB()));
        endings.end(county.broker(), some.ref(), CareEnd.MOVED, "Agreed", today.plusDays(1));
        foreseenAndCome(some, rest);
        assertThat(ended(some)).contains(today);
    }

    @Test
    void ofAHandbackOnceSomebodyElseIsAgreed() {
        PlacementExamples.Accepted live = handedBack();
        PlacementExamples.Accepted next = examples.pending(county, facts(live), county.providerB());
        examples.due(next.ref(), today);
        foreseenAndCome(live, live);
    }

    @Test
    void ofAHandbackOnceTheCouncilsOwnTeamIsThere() {
        PlacementExamples.Accepted live = handedBack();
        packages.coverChanged(county.inhouse(), live.carePackage().id(), Cover.BRIDGING, clock.instant());
        foreseenAndCome(live, live);
    }

    @Test
    void ofAHandbackForWhichACommissionerHasSigned() {
        PlacementExamples.Accepted live = handedBack();
        endings.sign(county.commissioner(), live.ref(), "A sister until then", false);
        foreseenAndCome(live, live);
    }

    @Test
    void ofAHandbackWithNobodyThereNoEndIsForeseenAndNoneComes() {
        PlacementExamples.Accepted live = handedBack();
        passed(live);
        assertThat(foreseen(live)).isEmpty();
        endings.lapse(table.key(live.ref()));
        assertThat(ended(live)).isEmpty();
    }

    /** @param other whose end follows from that of the first */
    private void foreseenAndCome(PlacementExamples.Accepted one, PlacementExamples.Accepted other) {
        passed(one);
        Optional<LocalDate> of = foreseen(one);
        Optional<LocalDate> with = foreseen(other);
        assertThat(of).isPresent();
        assertThat(with).isPresent();
        endings.lapse(table.key(one.ref()));
        assertThat(ended(one)).isEqualTo(of);
        assertThat(ended(other)).isEqualTo(with);
        assertThat(foreseen(one)).isEmpty();
    }

    /** The day of the notice has come. */
    private void passed(PlacementExamples.Accepted one) {
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql("update placements.notice set days = 0, given_on = ?, ends_on = ? where placement_id = ?")
                .params(today.minusDays(1), today, one.id())
                .update();
        jdbc.sql("set local session_replication_role = origin").update();
    }

    private Optional<LocalDate> foreseen(PlacementExamples.Accepted one) {
        return day("select over_on from placements.report_over_on where placement_id = ?", one);
    }

    private Optional<LocalDate> ended(PlacementExamples.Accepted one) {
        return day("select ended_on from placements.placement where id = ? and ended_on is not null", one);
    }

    private Optional<LocalDate> day(String sql, PlacementExamples.Accepted one) {
        return jdbc.sql(sql).param(one.id()).query(LocalDate.class).optional();
    }

    private PackageFacts facts(PlacementExamples.Accepted one) {
        return packages.facts(one.carePackage().id());
    }

    private PlacementExamples.Accepted live() {
        return examples.live(county, today.minusDays(10));
    }

    private PlacementExamples.Accepted handedBack() {
        PlacementExamples.Accepted live = live();
        endings.handBack(live.provider(), live.ref(), HandbackReason.CLOSING, "", today.plusDays(30));
        return live;
    }

    /** Yesterday, since somebody may not leave on the day of the first visit. */
    private PlacementExamples.Accepted visited(PlacementExamples.Accepted one) {
        jdbc.sql("update placements.placement set accepted_at = accepted_at - interval '3 days' where id = ?")
                .param(one.id())
                .update();
        placements.visited(one.provider(), Map.of(one.id(), Zone.startOf(today.minusDays(1))));
        return one;
    }
}
