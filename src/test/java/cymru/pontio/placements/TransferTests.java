package cymru.pontio.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertReach;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.adverts.BundleExamples;
import cymru.pontio.adverts.BundleFacts;
import cymru.pontio.adverts.allocation.AllocationExamples;
import cymru.pontio.adverts.allocation.AllocationMode;
import cymru.pontio.bidding.BidExamples;
import cymru.pontio.bidding.BidRef;
import cymru.pontio.bidding.BidTerms;
import cymru.pontio.bidding.BundleBids;
import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.Suitabilities;
import cymru.pontio.placements.transfers.Group;
import cymru.pontio.placements.transfers.Held;
import cymru.pontio.placements.transfers.Leavings;
import cymru.pontio.placements.transfers.Moved;
import cymru.pontio.placements.transfers.TransferRef;
import cymru.pontio.placements.transfers.TransferView;
import cymru.pontio.placements.transfers.Transfers;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A provider fails: its placements go to others together, and nobody is without care unseen. */
@PontioTest
class TransferTests {
    private static final String NOTE = "The company has told us that it closes";

    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    BundleExamples bundles;

    @Autowired
    BundleBids bids;

    @Autowired
    BundleAwards bundleAwards;

    @Autowired
    Awards awards;

    @Autowired
    Offers offers;

    @Autowired
    DirectAwards direct;

    @Autowired
    Endings endings;

    @Autowired
    Revocations revocations;

    @Autowired
    NoticeClock clock;

    @Autowired
    OverdueNotices overdue;

    @Autowired
    Transfers transfers;

    @Autowired
    Leavings leavings;

    @Autowired
    PlacementRecords records;

    @Autowired
    Placements placements;

    @Autowired
    Providers providers;

    @Autowired
    CarePackages packages;

    @Autowired
    Suitabilities suitabilities;

    @Autowired
    AdvertReach reach;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    AllocationExamples allocation;

    @Autowired
    Clock time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;
    private ProviderView a;

    @BeforeEach
    void today() {
        today = Zone.dayOf(time.instant());
        a = providers.view(county.providerA().organisation());
    }

    @AfterEach
    void stays() {
        examples.forgetTransfers(county.providerA());
    }

    /** From the failure to the new provider, through the machinery of any package that waits. */
    @Test
    void aFailingProvidersPackagesAreAdvertisedTogetherAndTakenOver() {
        PlacementExamples.Accepted one = live();
        PlacementExamples.Accepted other = live();
        LocalDate last = today.plusDays(10);
        TransferRef ref = open(CareEnd.PROVIDER_FAILURE, last, one, other);

        assertThat(view(ref).moved()).hasSize(2).allSatisfy(moved -> {
            assertThat(moved.state()).isEqualTo(Moved.State.NOBODY);
            assertThat(moved.endsOn()).isEqualTo(last.plusDays(1));
            assertThat(moved.gone()).isFalse();
        });
        for (PlacementExamples.Accepted each : List.of(one, other)) {
            assertThat(row(each).status()).isEqualTo(PlacementStatus.NOTICE_GIVEN);
            assertThat(facts(each).status()).isEqualTo(PackageStatus.RESOURCING);
            assertThat(facts(each).cover()).isEqualTo(Cover.LEAVING);
            assertThat(waiting(each)).isEmpty();
            assertThat(records.view(county.providerA(), each.ref()).person()).isNotNull();
        }
        assertThat(count(
                        "select count(*) from audit.entry where action = 'TransferOpened' and subject = ?",
                        ref.value()))
                .isEqualTo(1);

        assertThat(direct.offer(county.broker(), one.carePackage().ref())
                        .facts()
                        .startEarliest())
                .as("a direct award too begins where the old provider ends")
                .isEqualTo(last.plusDays(1));
        BundleFacts bundle = bundles.publish(county, List.of(facts(one), facts(other)));
        assertThat(bundle.adverts()).allSatisfy(advert -> {
            assertThat(advert.startEarliest()).isEqualTo(last.plusDays(1));
            assertThat(advert.startLatest()).isEqualTo(last.plusDays(1));
        });
        assertThat(states(ref)).containsOnly(Moved.State.ADVERTISED);

        List<BidRef> whole = bid(county.providerB(), bundle);
        bundles.close(county, bundle);
        List<AwardRef> made = bundleAwards.propose(county.broker(), bundle.ref(), whole, "");
        assertThat(states(ref)).containsOnly(Moved.State.OFFERED);
        PlacementExamples.accept(offers, county.providerB(), made.getFirst());
        assertThat(view(ref).moved()).allSatisfy(moved -> {
            assertThat(moved.state()).isEqualTo(Moved.State.AGREED);
            assertThat(moved.takes()).isEqualTo("Bwthyn Care");
            assertThat(moved.from()).isEqualTo(last.plusDays(1));
            assertThat(moved.gap()).isFalse();
        });
        assertThat(waiting(one)).as("the old provider cares until then").isEmpty();
        // Seeded fault: move one of two that were accepted only together.
        PlacementRef half = new PlacementRef(jdbc.sql(
                        "select ref from placements.placement where care_package_id = ? and provider_id = ?")
                .params(other.carePackage().id().value(), county.providerB().organisation())
                .query(String.class)
                .single());
        assertThatThrownBy(() -> leavings.open(
                        county.commissioner(),
                        providers.view(county.providerB().organisation()),
                        new Leavings.Terms(CareEnd.TRANSFER, today.plusDays(30), NOTE, List.of(half))))
                .hasMessage("transfers.error.together");

        passNotice(one);
        clock.sweep();
        assertThat(row(one).status())
                .as("the new one begins later than that, so the old one stays")
                .isEqualTo(PlacementStatus.NOTICE_GIVEN);
        PlacementRef next = new PlacementRef(jdbc.sql(
                        "select ref from placements.placement where care_package_id = ? and provider_id = ?")
                .params(one.carePackage().id().value(), county.providerB().organisation())
                .query(String.class)
                .single());
        examples.due(next, today);
        clock.sweep();
        assertThat(row(one).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(moved(ref, one).gone()).isTrue();
        assertThat(moved(ref, one).state()).isEqualTo(Moved.State.TRANSFERRED);
        assertThat(row(other).status()).as("each by itself").isEqualTo(PlacementStatus.NOTICE_GIVEN);
        assertThat(records.view(county.providerA(), one.ref()).person()).isNull();
    }

    @Test
    void runsStayTogetherAndWhoeverLeavesTakesNoneOfThem() {
        PlacementExamples.Accepted one = live();
        PlacementExamples.Accepted other = live();
        Transfers.Choice choice = transfers.choice(county.commissioner(), a.ref());
        assertThat(choice.all())
                .extracting(Held::ref)
                .contains(one.ref(), other.ref())
                .doesNotHaveDuplicates();
        assertThat(choice.groups())
                .filteredOn(group -> group.run() != null)
                .isNotEmpty()
                .allSatisfy(group -> {
                    assertThat(group.rows()).hasSizeBetween(2, 5);
                    assertThat(group.takers()).isNotEmpty().doesNotContain("Aderyn Care");
                });
        TransferRef ref = open(CareEnd.PROVIDER_FAILURE, today.plusDays(3), one, other);
        List<Group<Moved>> groups = view(ref).groups();
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.run()).isNotNull();
            assertThat(group.rows()).hasSize(2);
        });
        bundles.publish(county, List.of(facts(one), facts(other)));
        assertThat(view(ref).groups()).as("somebody is being looked for").isEmpty();
    }

    /** Seeded fault: give its notice whatever the placement's state. */
    @Test
    void whatHasNotBegunIsTakenBackByTwo() {
        PlacementExamples.Accepted pending = examples.pending(county);
        TransferRef ref = open(CareEnd.PROVIDER_FAILURE, today.plusDays(3), pending);
        assertThat(states(ref)).containsOnly(Moved.State.TAKING_BACK);
        assertThat(row(pending).status()).isEqualTo(PlacementStatus.PENDING_START);
        assertThatThrownBy(() -> revocations.approve(county.commissioner(), pending.award()))
                .isInstanceOf(RuleBroken.class);
        revocations.approve(county.otherCommissioner(), pending.award());
        assertThat(row(pending).status()).isEqualTo(PlacementStatus.REVOKED);
        assertThat(view(ref).moved()).singleElement().satisfies(moved -> {
            assertThat(moved.state()).isEqualTo(Moved.State.NOBODY);
            assertThat(moved.endsOn()).isNull();
        });
    }

    @Test
    void whatIsHandedBackAlreadyKeepsItsOwnLastDay() {
        PlacementExamples.Accepted live = live();
        endings.handBack(county.providerA(), live.ref(), HandbackReason.CLOSING, "", today.plusDays(40));
        TransferRef ref = open(CareEnd.HANDBACK, today.plusDays(28), live);
        assertThat(moved(ref, live).endsOn()).isEqualTo(today.plusDays(41));
    }

    @Test
    void onlyOneThatFailsLeavesBeforeItsNoticeIsOver() {
        PlacementExamples.Accepted live = live();
        for (CareEnd why : List.of(CareEnd.HANDBACK, CareEnd.TRANSFER))
            refused("placements.error.tooSoon", () -> open(why, today.plusDays(27), live));
        refused("placements.error.tooSoon", () -> open(CareEnd.PROVIDER_FAILURE, today.minusDays(1), live));
        refused(
                "placements.error.lastLate",
                () -> open(CareEnd.PROVIDER_FAILURE, today.plusYears(1).plusDays(1), live));
        assertThat(row(live).status()).as("all or nothing").isEqualTo(PlacementStatus.LIVE);
        open(CareEnd.TRANSFER, today.plusDays(28), live);
        assertThat(count("select days from placements.notice where placement_id = ?", live.id()))
                .isEqualTo(28);
    }

    /** Seeded fault: end a notice of a transfer on its day, whoever is there. */
    @Test
    void aDayOnWhichNobodyElseIsThereIsShownUntilSomebodyAnswersForIt() {
        PlacementExamples.Accepted live = live();
        TransferRef ref = open(CareEnd.PROVIDER_FAILURE, today.plusDays(1), live);
        assertThat(view(ref).overdue()).isZero();
        passNotice(live);
        clock.sweep();
        overdue.forget();
        assertThat(row(live).status()).isEqualTo(PlacementStatus.NOTICE_GIVEN);
        assertThat(view(ref).overdue()).isEqualTo(1);
        for (Actor reader : List.of(county.broker(), county.commissioner()))
            assertThat(overdue.of(reader))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.messageKey()).isEqualTo("placements.alert.overdue"));
        assertThat(overdue.of(county.providerA())).isEmpty();
        endings.sign(county.commissioner(), live.ref(), "The family is there until Friday", false);
        assertThat(row(live).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(view(ref).overdue()).isZero();
        assertThat(moved(ref, live).cover()).isEqualTo(Cover.NONE);
        assertThat(waiting(live)).isEqualTo("NO_COVER since " + today);
        overdue.forget();
    }

    /** Seeded faults: say nothing to the rounds that it has to itself; ask only when the award is proposed. */
    @Test
    void whoLeavesIsGivenNothingNewUntilTheLastIsGone() {
        allocation.decide(county, "machynlleth", AllocationMode.FIRST_REFUSAL, county.providerA());
        AdvertFacts first = adverts.openForLong(county, "machynlleth", "");
        PackageFacts waiting = examples.approved(county);
        AwardRef offered = examples.offered(county, examples.approved(county), county.providerA());
        AwardRef proposed = examples.proposed(county, examples.approved(county), county.providerA());
        PlacementExamples.Accepted live = live();
        assertThat(mayTake(waiting)).isTrue();
        assertThat(bidding(county.providerB(), first)).as("asked after A").isFalse();

        open(CareEnd.PROVIDER_FAILURE, today.plusDays(1), live);
        assertThat(mayTake(waiting)).isFalse();
        assertThat(bidding(county.providerA(), first)).isFalse();
        assertThat(bidding(county.providerB(), first)).as("opened to all").isTrue();
        refused("placements.standing.leaving", () -> examples.proposed(county, waiting, county.providerA()));
        refused("placements.standing.leaving", () -> PlacementExamples.accept(offers, county.providerA(), offered));
        assertThatThrownBy(() -> awards.approve(county.commissioner(), proposed))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("placements.standing.leaving");

        passNotice(live);
        endings.sign(county.commissioner(), live.ref(), "The family is there until Friday", false);
        assertThat(mayTake(waiting)).isTrue();
        examples.proposed(county, waiting, county.providerA());
    }

    private boolean mayTake(PackageFacts wanted) {
        return suitabilities.market().eligible(suitabilities.work(wanted.id())).stream()
                .anyMatch(one -> one.id().equals(a.id()));
    }

    private boolean bidding(Actor provider, AdvertFacts advert) {
        return reach.of(advert.ref()).orElseThrow().providers().contains(provider.organisation());
    }

    @Test
    void onlyCommissionersBeginAndOnlyWhatIsTheProviders() {
        PlacementExamples.Accepted live = live();
        for (Actor other : List.of(county.broker(), county.providerA(), county.manager(), county.inhouse())) {
            assertThatThrownBy(() -> transfers.choice(other, a.ref())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> leavings.open(other, a, terms(CareEnd.TRANSFER, today.plusDays(30), live)))
                    .isInstanceOf(NotFound.class);
        }
        ProviderView b = providers.view(county.providerB().organisation());
        refused(
                "transfers.error.changed",
                () -> leavings.open(
                        county.commissioner(), b, terms(CareEnd.PROVIDER_FAILURE, today.plusDays(30), live)));
        refused("transfers.error.none", () -> open(CareEnd.TRANSFER, today.plusDays(30)));
        TransferRef ref = open(CareEnd.PROVIDER_FAILURE, today.plusDays(30), live);
        assertThat(transfers.list(county.broker()))
                .extracting(TransferView.Row::ref)
                .contains(ref);
        assertThatThrownBy(() -> transfers.view(county.providerA(), ref)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> transfers.list(county.manager())).isInstanceOf(NotFound.class);
    }

    /** Seeded fault: read before the packages are held. */
    @RepeatedTest(3)
    void ofTwoWhoMoveOnePlacementOneIsTold() throws Exception {
        PlacementExamples.Accepted one = live();
        PlacementExamples.Accepted other = live();
        PlacementExamples.Accepted third = live();
        LocalDate last = today.plusDays(5);
        List<Object> ends = race(
                () -> leavings.open(county.commissioner(), a, terms(CareEnd.PROVIDER_FAILURE, last, one, other)),
                () -> leavings.open(
                        county.otherCommissioner(), a, terms(CareEnd.PROVIDER_FAILURE, last, third, other)));
        assertThat(ends).filteredOn(TransferRef.class::isInstance).hasSize(1);
        assertThat(ends).contains("transfers.error.changed");
        assertThat(List.of(row(one).status(), row(third).status()))
                .as("whoever lost has given no notice at all")
                .containsExactlyInAnyOrder(PlacementStatus.NOTICE_GIVEN, PlacementStatus.LIVE);
    }

    @Test
    void theDatabaseHoldsTheLawsToo() {
        PlacementExamples.Accepted live = live();
        PlacementExamples.Accepted stays = live();
        TransferRef ref = open(CareEnd.PROVIDER_FAILURE, today.plusDays(5), live);
        assertThatThrownBy(() -> join(stays, ref))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("its provider leaves");
        endings.handBack(county.providerA(), stays.ref(), HandbackReason.RATE, "", today.plusDays(28));
        join(stays, ref);
        assertThatThrownBy(() -> join(stays, ref)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update placements.transfer set last_day = last_day + 1 where ref = ?")
                        .param(ref.value())
                        .update())
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> jdbc.sql("delete from placements.transfer_placement where placement_id = ?")
                        .param(live.id())
                        .update())
                .hasMessageContaining("only ever added to");
    }

    private void join(PlacementExamples.Accepted one, TransferRef ref) {
        transaction.executeWithoutResult(tx -> jdbc.sql(
                        "insert into placements.transfer_placement select ?, id from placements.transfer where ref = ?")
                .params(one.id(), ref.value())
                .update());
    }

    private TransferRef open(CareEnd why, LocalDate last, PlacementExamples.Accepted... these) {
        return leavings.open(county.commissioner(), a, terms(why, last, these));
    }

    private static Leavings.Terms terms(CareEnd why, LocalDate last, PlacementExamples.Accepted... these) {
        return new Leavings.Terms(
                why,
                last,
                NOTE,
                List.of(these).stream().map(PlacementExamples.Accepted::ref).toList());
    }

    private PlacementExamples.Accepted live() {
        return examples.live(county, today.minusDays(8));
    }

    private List<BidRef> bid(Actor provider, BundleFacts bundle) {
        Map<AdvertRef, BidTerms> terms = new HashMap<>();
        bundle.adverts().forEach(advert -> terms.put(advert.ref(), BidExamples.terms(advert, "23.50")));
        return bids.submit(provider, bundle.ref(), terms, true);
    }

    private TransferView view(TransferRef ref) {
        return transfers.view(county.broker(), ref);
    }

    private List<Moved.State> states(TransferRef ref) {
        return view(ref).moved().stream().map(Moved::state).toList();
    }

    private Moved moved(TransferRef ref, PlacementExamples.Accepted one) {
        return view(ref).moved().stream()
                .filter(moved -> moved.ref().equals(one.ref().value()))
                .findFirst()
                .orElseThrow();
    }

    private PlacementView.Row row(PlacementExamples.Accepted one) {
        return records.row(county.broker(), one.ref());
    }

    private PackageFacts facts(PlacementExamples.Accepted one) {
        return packages.facts(one.carePackage().id());
    }

    private String waiting(PlacementExamples.Accepted one) {
        return jdbc.sql("""
                select coalesce(max(status || ' since ' || waiting_since), '')
                from carepackages.report_waiting(clock_timestamp(), clock_timestamp()) where care_package_id = ?""")
                .param(one.carePackage().id().value())
                .query(String.class)
                .single();
    }

    /** As if its last day had been yesterday. */
    private void passNotice(PlacementExamples.Accepted one) {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update placements.notice set days = 0, given_on = ?, ends_on = ? where placement_id = ?")
                    .params(today.minusDays(3), today, one.id())
                    .update();
            for (String event : List.of(
                    "carepackages.status_event set effective_at = :then where status = 'RESOURCING'",
                    "carepackages.cover_event set effective_at = :then where cover = 'LEAVING'"))
                jdbc.sql("update " + event + " and care_package_id = :id")
                        .param("then", Timestamp.from(Zone.startOf(today.minusDays(3))))
                        .param("id", one.carePackage().id().value())
                        .update();
        });
    }

    private int count(String sql, Object key) {
        return jdbc.sql(sql).param(key).query(Integer.class).single();
    }

    private static void refused(String key, Callable<?> verb) {
        assertThatThrownBy(verb::call)
                .isInstanceOfSatisfying(
                        RuleBroken.class, told -> assertThat(told.messageKey()).isEqualTo(key));
    }

    private static List<Object> race(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Object> ends = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> verb : List.of(one, other))
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return verb.call();
                    } catch (RuleBroken told) {
                        return told.messageKey();
                    }
                }));
            for (Future<Object> each : running) ends.add(each.get());
        }
        return ends;
    }
}
