package cymru.pontio.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.Deaths;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.AwardProposals;
import cymru.pontio.placements.AwardRef;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.HandbackReason;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.Placements;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is owed on days to come is what is agreed today. The package of these tests is 45 minutes each morning, half an hour on
 * weekdays at noon and an hour by two workers each night: 7 × 45 + 5 × 30 + 7 × 60 = 885 minutes of the person's time a week and
 * 7 × 45 + 5 × 30 + 7 × 120 = 1,305 of workers' time.
 */
@PontioTest
@Transactional
class HoursAheadTests {
    private static final Clocks WEEK = new Clocks(885, 1305, 885, 1305);
    private static final Clocks NOTHING = new Clocks(0, 0, 0, 0);

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
    CarePackages packages;

    @Autowired
    Deaths deaths;

    @Autowired
    ThreeClocks clocks;

    @Autowired
    Measures measures;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;
    private LocalDate monday;

    private record Clocks(long commissionedUser, long commissionedCarer, long plannedUser, long plannedCarer) {
        static Clocks of(ThreeClocks.Line line) {
            return new Clocks(
                    number(line.commissionedUser()),
                    number(line.commissionedCarer()),
                    number(line.plannedUser()),
                    number(line.plannedCarer()));
        }

        private static long number(@Nullable Long minutes) {
            return minutes == null ? -1 : minutes;
        }
    }

    /** The sixth Monday from now: after every notice of 28 days. */
    @BeforeEach
    void days() {
        today = Zone.dayOf(clock.instant());
        monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(5);
    }

    /**
     * The last day is a Wednesday. Planned of that week: 3 × (45 + 30 + 60) = 405 and 3 × (45 + 30 + 120) = 585. Commissioned:
     * three sevenths of 885 and of 1,305, that is 379 and 559. Seeded fault: leave report_over_on out of report_due_call.
     */
    @Test
    void nothingIsOwedAfterTheLastDayOfANoticeThatStands() {
        for (CareEnd why : List.of(CareEnd.NOT_NEEDED, CareEnd.CARE_HOME, CareEnd.MOVED)) {
            PlacementExamples.Accepted live = live();
            assertThat(week(live, monday)).isEqualTo(WEEK);
            endings.end(county.broker(), live.ref(), why, "Agreed", monday.plusDays(2));
            assertThat(week(live, monday.minusWeeks(1))).isEqualTo(WEEK);
            assertThat(week(live, monday)).isEqualTo(new Clocks(379, 559, 405, 585));
            assertThat(week(live, monday.plusWeeks(1))).isEqualTo(NOTHING);
            knownNowIsWhatStands(live);
        }
    }

    /**
     * B takes over three weeks after the last day that A named: until then A goes on, and in no week is anything owed twice or
     * not at all. Seeded faults, each by itself: let A go on its own day; count on nobody who is agreed.
     */
    @Test
    void whoHandsBackGoesOnUntilTheDayFromWhichSomebodyElseIsAgreed() {
        PlacementExamples.Accepted live = live();
        endings.handBack(live.provider(), live.ref(), HandbackReason.CLOSING, "", monday.minusDays(1));
        assertThat(week(live, monday.plusWeeks(8))).isEqualTo(WEEK);
        AwardRef award =
                examples.offered(county, packages.facts(live.carePackage().id()), county.providerB());
        assertThat(week(live, monday.plusWeeks(8))).as("offered").isEqualTo(WEEK);
        PlacementExamples.Accepted next = examples.accepted(award, county.providerB());
        LocalDate begins = monday.plusWeeks(3);
        examples.due(next.ref(), begins);
        assertThat(week(live, monday)).isEqualTo(WEEK);
        for (LocalDate first = monday.minusWeeks(1); first.isBefore(monday.plusWeeks(6)); first = first.plusWeeks(1)) {
            boolean taken = !first.isBefore(begins);
            assertThat(week(live, first)).as("all of %s", first).isEqualTo(WEEK);
            assertThat(week(live, first, county.providerA())).isEqualTo(taken ? NOTHING : WEEK);
            assertThat(week(live, first, county.providerB())).isEqualTo(taken ? WEEK : NOTHING);
        }
        knownNowIsWhatStands(live);
    }

    /** Seeded faults, each by itself: leave out l.signed_on; leave out team.from_on. */
    @Test
    void aSignatureOrTheCouncilsOwnTeamMakesTheEndOfAHandbackCertain() {
        PlacementExamples.Accepted signed = live();
        endings.handBack(signed.provider(), signed.ref(), HandbackReason.SAFETY, "One has left", today.plusDays(3));
        assertThat(week(signed, monday)).isEqualTo(WEEK);
        endings.sign(county.commissioner(), signed.ref(), "Her son stays from then on", true);
        assertThat(week(
                        signed,
                        today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(1)))
                .isEqualTo(NOTHING);
        knownNowIsWhatStands(signed);
        PlacementExamples.Accepted bridged = live();
        endings.handBack(bridged.provider(), bridged.ref(), HandbackReason.TOO_FAR, "", monday.minusDays(1));
        packages.coverChanged(
                county.inhouse(), bridged.carePackage().id(), Cover.BRIDGING, Zone.startOf(monday.plusWeeks(1)));
        assertThat(week(bridged, monday)).isEqualTo(WEEK);
        assertThat(week(bridged, monday.plusWeeks(1))).isEqualTo(NOTHING);
        knownNowIsWhatStands(bridged);
    }

    /**
     * A has the mornings, B the rest. Who moves away needs neither; who no longer needs help in the morning needs B. A week of
     * mornings is 315 minutes, of the rest 570 and 990. Seeded fault: let whoever got the notice alone be over.
     */
    @Test
    void whoeverSharesTheCareIsOverWithItWhenThePersonHasGone() {
        for (CareEnd why : List.of(CareEnd.MOVED, CareEnd.NOT_NEEDED)) {
            PlacementExamples.Accepted mornings = shared();
            assertThat(week(mornings, monday, county.providerA())).isEqualTo(new Clocks(315, 315, 315, 315));
            assertThat(week(mornings, monday, county.providerB())).isEqualTo(new Clocks(570, 990, 570, 990));
            endings.end(county.broker(), mornings.ref(), why, "Agreed", monday.minusDays(1));
            assertThat(week(mornings, monday, county.providerA())).isEqualTo(NOTHING);
            assertThat(week(mornings, monday, county.providerB()))
                    .isEqualTo(why == CareEnd.MOVED ? NOTHING : new Clocks(570, 990, 570, 990));
            assertThat(week(mornings, monday.minusWeeks(1))).isEqualTo(WEEK);
            knownNowIsWhatStands(mornings);
        }
    }

    @Test
    void nothingIsOwedOnceSomebodyHasDied() {
        PlacementExamples.Accepted live = live();
        deaths.died(county.broker(), live.carePackage().ref(), clock.instant());
        assertThat(week(live, monday)).isEqualTo(NOTHING);
        knownNowIsWhatStands(live);
    }

    /**
     * Asked again after each change, what was known before it is what was said before it. Seeded faults, each by itself: leave
     * report_over_known out of report_commissioned_known; ask it for what is known now.
     */
    @Test
    void whatWasKnownBeforeAChangeStaysWhatWasSaidBeforeIt() {
        PlacementExamples.Accepted live = live();
        Instant before = clock.instant();
        List<Long> withoutNotice = commissioned(live, null);
        endings.handBack(live.provider(), live.ref(), HandbackReason.CLOSING, "", monday.minusDays(1));
        Instant noticed = clock.instant();
        List<Long> withNotice = commissioned(live, null);
        AwardRef award =
                examples.offered(county, packages.facts(live.carePackage().id()), county.providerB());
        PlacementExamples.Accepted next = examples.accepted(award, county.providerB());
        examples.due(next.ref(), monday.plusWeeks(30));
        Instant taken = clock.instant();
        List<Long> ofA = commissioned(live, null);
        endings.sign(county.commissioner(), live.ref(), "Family", false);
        assertThat(withNotice).isEqualTo(withoutNotice);
        assertThat(commissioned(live, before)).isEqualTo(withoutNotice);
        assertThat(commissioned(live, noticed)).isEqualTo(withNotice);
        assertThat(commissioned(live, taken)).isEqualTo(ofA);
        assertThat(commissioned(live, null)).isNotEqualTo(ofA);
        assertThat(commissioned(live, clock.instant())).isEqualTo(commissioned(live, null));
    }

    /** The two ways of saying since when it is certain say the same of what is known now, and so do page and measure. */
    private void knownNowIsWhatStands(PlacementExamples.Accepted one) {
        assertThat(over("placements.report_over_known('infinity')", one))
                .isEqualTo(over("placements.report_over_on", one));
        assertThat(commissioned(one, clock.instant())).isEqualTo(commissioned(one, null));
    }

    private Map<String, LocalDate> over(String source, PlacementExamples.Accepted one) {
        return jdbc
                .sql("select p.ref, o.over_on from " + source
                        + " o join placements.placement p on p.id = o.placement_id where p.care_package_id = ?")
                .param(one.carePackage().id().value())
                .query((row, n) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** User minutes month by month of a year. */
    private List<Long> commissioned(PlacementExamples.Accepted one, @Nullable Instant known) {
        PeriodForm form = form("month", "", null);
        return clocks
                .lines(
                        county.broker(),
                        known == null ? form : form.known(known.toString()),
                        one.carePackage().ref().value())
                .stream()
                .map(line -> Clocks.of(line).commissionedUser())
                .filter(minutes -> minutes > 0)
                .toList();
    }

    private Clocks week(PlacementExamples.Accepted one, LocalDate first) {
        return week(one, first, null);
    }

    private Clocks week(PlacementExamples.Accepted one, LocalDate first, @Nullable Actor provider) {
        return clocks
                .lines(
                        county.broker(),
                        form("week", "", provider),
                        one.carePackage().ref().value())
                .stream()
                .filter(line -> line.startsOn().equals(first))
                .map(Clocks::of)
                .findFirst()
                .orElse(NOTHING);
    }

    private PeriodForm form(String by, String split, @Nullable Actor provider) {
        YearMonth month = YearMonth.from(today);
        return new PeriodForm(
                month.toString(),
                month.plusMonths(11).toString(),
                by,
                split,
                null,
                provider == null ? null : provider.organisation().toString());
    }

    private PlacementExamples.Accepted live() {
        return examples.live(county, today.minusDays(10));
    }

    private PlacementExamples.Accepted shared() {
        PlacementExamples.Round round = examples.partly(county);
        // Which it left off for the whole of this transaction.
        jdbc.sql("set local session_replication_role = origin").update();
        PlacementExamples.Accepted mornings = examples.accepted(
                proposals.propose(county.broker(), round.carePackage().ref(), round.best(), ""), county.providerA());
        examples.due(mornings.ref(), today);
        placements.visited(county.providerA(), Map.of(mornings.id(), clock.instant()));
        PlacementExamples.Accepted rest =
                examples.pending(county, packages.facts(round.carePackage().id()), county.providerB());
        examples.due(rest.ref(), today);
        placements.visited(county.providerB(), Map.of(rest.id(), clock.instant()));
        return mornings;
    }
}
