package cymru.pontio.providers.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.site.News;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class PledgeTests {
    private static final List<String> BRONZE = List.of("B1", "B2", "B3", "B4", "B5");

    @Autowired
    County county;

    @Autowired
    Providers providers;

    @Autowired
    Pledges pledges;

    @Autowired
    Attestations attestations;

    @Autowired
    PledgeVerification verification;

    @Autowired
    PledgeWithdrawals withdrawals;

    @Autowired
    PledgeVersions versions;

    @Autowired
    PledgeClauses clauses;

    @Autowired
    Signatories signatories;

    @Autowired
    PledgeHoldings holdings;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor provider;
    private String ref;

    @BeforeEach
    void newProvider() {
        provider = provider("Gwennol Care");
        ref = providers.view(provider.organisation()).ref();
    }

    @Test
    void holdsTheRealBronzeAndCallsTheOthersExamples() {
        Version first = versions.view(county.commissioner(), 1);
        assertThat(first.levels()).extracting(Version.Step::illustrative).containsExactly(false, true, true);
        assertThat(first.levels().getFirst().reward()).hasToString("1.50");
        assertThat(first.levels().getFirst().clauses()).hasSize(5);
    }

    @Test
    void earnsBronzeOnTheDayTheFifthClauseIsAcceptedUntilTheFirstRunsOut() {
        for (String clause : BRONZE.subList(0, 4)) accepted(clause, today().plusDays(200));
        assertThat(pledges.levelOn(provider.organisation(), today())).isEmpty();
        accepted("B5", today().plusDays(100));
        assertThat(pledges.levelOn(provider.organisation(), today())).contains("BRONZE");
        assertThat(pledges.levelOn(provider.organisation(), today().plusDays(100)))
                .contains("BRONZE");
        assertThat(pledges.levelOn(provider.organisation(), today().plusDays(101)))
                .isEmpty();
        assertThat(pledges.levelOn(provider.organisation(), today().minusDays(1)))
                .isEmpty();
        assertThat(pledges.levelsOn(today())).containsEntry(provider.organisation(), "BRONZE");
    }

    @Test
    void renewalGoesOnWithoutAGap() {
        BRONZE.forEach(clause -> accepted(clause, today().plusDays(100)));
        BRONZE.forEach(clause -> accepted(clause, today().plusDays(300)));
        assertThat(holdings.of(provider.organisation()))
                .containsExactly(new Holding(Level.BRONZE, today(), today().plusDays(301), Ending.EXPIRED));
    }

    @Test
    void raisesALevelAndKeepsWhatWasHeldBefore() {
        BRONZE.forEach(clause -> accepted(clause, today().plusDays(100)));
        // As if the bronze level had been earned ten days ago.
        jdbc.sql("update providers.pledge_attestation set accepted_from = accepted_from - 10 where provider_id = ?")
                .param(provider.organisation())
                .update();
        jdbc.sql("""
                update providers.pledge_holding set during = daterange(lower(during) - 10, upper(during))
                where provider_id = ?""").param(provider.organisation()).update();
        List.of("S1", "S2", "S3").forEach(clause -> accepted(clause, today().plusDays(50)));
        assertThat(holdings.of(provider.organisation()))
                .containsExactly(
                        new Holding(Level.BRONZE, today().minusDays(10), today(), Ending.RAISED),
                        new Holding(Level.SILVER, today(), today().plusDays(51), Ending.EXPIRED),
                        new Holding(Level.BRONZE, today().plusDays(51), today().plusDays(101), Ending.EXPIRED));
        assertThat(holdings.history(provider.organisation()).holdings())
                .isEqualTo(holdings.of(provider.organisation()));
    }

    @Autowired
    PledgeNews news;

    /** Seeded fault: tell of each accepted clause as if it were a level. */
    @Test
    void tellsTheProviderOfALevelEarnedWithdrawnAndRunOutOnce() {
        for (String clause : BRONZE.subList(0, 4))
            assertThat(news.of("AttestationAccepted", accepted(clause, today().plusDays(100))))
                    .isEmpty();
        assertThat(news.of("AttestationAccepted", accepted("B5", today().plusDays(100))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.messageKey()).isEqualTo("pledge.news.earned.BRONZE");
                    assertThat(one.key()).isEqualTo("pledge.earned.BRONZE " + ref + " " + today());
                    assertThat(one.readers()).isEqualTo(Readers.provider(provider.organisation()));
                });
        withdrawals.withdraw(county.commissioner(), ref, terms(Level.BRONZE, today()));
        assertThat(news.of("PledgeLevelWithdrawn", ref)).singleElement().satisfies(one -> {
            assertThat(one.messageKey()).isEqualTo("pledge.news.withdrawn.BRONZE");
            assertThat(one.day()).isEqualTo(today());
        });
        jdbc.sql("""
                insert into providers.pledge_holding (provider_id, during, level, ending)
                values (?, daterange(current_date - 50, current_date - 2), 'BRONZE', 'EXPIRED')""").param(provider.organisation()).update();
        assertThat(news.due())
                .filteredOn(one -> one.ref().equals(ref))
                .extracting(News::messageKey)
                .containsExactly("pledge.news.ended.BRONZE");
        String asked = attest("S1", today().plusDays(90));
        verification.query(county.commissioner(), asked, "Which month?");
        assertThat(news.of("AttestationQueried", asked))
                .extracting(News::messageKey)
                .containsExactly("pledge.news.queried");
    }

    @Test
    void withdrawsALevelFromADayOnAndLeavesThoseBelow() {
        BRONZE.forEach(clause -> accepted(clause, today().plusDays(100)));
        List.of("S1", "S2", "S3").forEach(clause -> accepted(clause, today().plusDays(90)));
        withdrawals.withdraw(county.commissioner(), ref, terms(Level.SILVER, today().plusDays(10)));
        assertThat(pledges.levelOn(provider.organisation(), today().plusDays(9)))
                .contains("SILVER");
        assertThat(pledges.levelOn(provider.organisation(), today().plusDays(10)))
                .contains("BRONZE");
        withdrawals.withdraw(county.commissioner(), ref, terms(Level.BRONZE, today()));
        assertThat(pledges.levelOn(provider.organisation(), today())).isEmpty();
        assertThat(holdings.of(provider.organisation())).isEmpty();
        assertThat(signatories.own(provider).withdrawals()).hasSize(2);
    }

    /** Seeded fault: let withdraw() not look at the day. */
    @Test
    void refusesAWithdrawalInThePastOrOfWhatIsNotHeld() {
        assertBroken(
                () -> withdrawals.withdraw(county.commissioner(), ref, terms(Level.BRONZE, today())),
                "pledge.error.notHeld");
        BRONZE.forEach(clause -> accepted(clause, today().plusDays(100)));
        assertBroken(
                () -> withdrawals.withdraw(county.commissioner(), ref, terms(Level.BRONZE, today().minusDays(1))),
                "pledge.error.past");
        assertBroken(
                () -> withdrawals.withdraw(county.commissioner(), ref, terms(Level.GOLD, today())),
                "pledge.error.notHeld");
    }

    @Test
    void oneAttestationOfAClauseWaitsAtATime() {
        attest("B1", today().plusDays(10));
        assertBroken(() -> attest("B1", today().plusDays(10)), "pledge.error.waiting");
    }

    /** Seeded faults: leave the dates out of attest, the last day out of accept. */
    @Test
    void countsNothingWhoseDaysAreWrongOrOver() {
        assertBroken(() -> attest("B1", today().minusDays(1)), "pledge.error.dates");
        assertBroken(() -> attest("B1", today().plusYears(9)), "pledge.error.dates");
        String late = attest("B1", today().plusDays(1));
        jdbc.sql("update providers.pledge_attestation set done_on = ?, good_until = ? where ref = ?")
                .params(today().minusDays(9), today().minusDays(1), late)
                .update();
        assertBroken(() -> verification.accept(county.commissioner(), late), "pledge.error.ranOut");
    }

    @Test
    void queriedClauseIsAttestedAnew() {
        String first = attest("B1", today().plusDays(10));
        verification.query(county.commissioner(), first, "Which month?");
        assertThat(signatories
                        .own(provider)
                        .levels()
                        .getFirst()
                        .clauses()
                        .getFirst()
                        .state())
                .isEqualTo(ClauseState.QUERIED);
        attest("B1", today().plusDays(10));
        assertThat(signatories.own(provider).attestations()).hasSize(2);
    }

    @Test
    void onlyTheProviderTakesItsAttestationBackAndOnlyWhileItWaits() {
        String one = attest("B1", today().plusDays(10));
        assertThatThrownBy(() -> attestations.takeBack(county.providerA(), one)).isInstanceOf(NotFound.class);
        attestations.takeBack(provider, one);
        assertBroken(() -> attestations.takeBack(provider, one), "pledge.error.decided");
        assertBroken(() -> verification.accept(county.commissioner(), one), "pledge.error.decided");
    }

    @Test
    void othersDoNotDecide() {
        String one = attest("B1", today().plusDays(10));
        assertThatThrownBy(() -> verification.accept(county.broker(), one)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> verification.accept(provider, one)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> signatories.view(provider, ref)).isInstanceOf(NotFound.class);
    }

    @RepeatedTest(5)
    void ofTwoCommissionersAtOnceOneWins() throws Exception {
        String one = attest("B1", today().plusDays(10));
        List<Object> ends = race(
                () -> verification.accept(county.commissioner(), one),
                () -> verification.query(county.otherCommissioner(), one, "Which month?"));
        assertThat(ends).filteredOn("won"::equals).hasSize(1);
        assertThat(ends)
                .filteredOn(RuleBroken.class::isInstance)
                .singleElement()
                .satisfies(lost -> assertThat(((RuleBroken) lost).messageKey()).isEqualTo("pledge.error.decided"));
    }

    /** The last two clauses accepted at the same moment still earn the level: neither sees an old picture. */
    @RepeatedTest(5)
    void lastTwoClausesAcceptedAtOnceEarnTheLevel() throws Exception {
        BRONZE.subList(0, 3).forEach(clause -> accepted(clause, today().plusDays(100)));
        String fourth = attest("B4", today().plusDays(100));
        String fifth = attest("B5", today().plusDays(100));
        race(
                () -> verification.accept(county.commissioner(), fourth),
                () -> verification.accept(county.otherCommissioner(), fifth));
        assertThat(pledges.levelOn(provider.organisation(), today())).contains("BRONZE");
    }

    /** Seeded fault: take the exclusion constraint away. */
    @Test
    void databaseRefusesTwoLevelsOnOneDay() {
        BRONZE.forEach(clause -> accepted(clause, today().plusDays(100)));
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into providers.pledge_holding (provider_id, during, level, ending)
                        values (?, daterange(?, ?), 'GOLD', 'EXPIRED')""")
                        .params(provider.organisation(), today(), today().plusDays(1))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /**
     * Seeded faults: let forDecision not ask who drafted; propose what is nobody’s draft; decide what was decided; take a code twice.
     */
    @Test
    void newVersionNeedsASecondCommissionerAndThenNoLongerChanges() {
        int number = versions.draft(county.commissioner(), newVersion(400));
        try {
            assertBroken(() -> versions.draft(county.otherCommissioner(), newVersion(500)), "pledge.error.inHand");
            assertBroken(() -> clauses.add(county.commissioner(), number, clause("B1")), "pledge.error.codeTaken");
            assertBroken(
                    () -> clauses.change(county.commissioner(), number, "B2", clause("B1")), "pledge.error.codeTaken");
            assertBroken(() -> versions.propose(county.otherCommissioner(), number), "pledge.error.notDraft");
            assertThatThrownBy(() -> clauses.drop(county.otherCommissioner(), number, "B1"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> versions.view(provider, number)).isInstanceOf(NotFound.class);
            versions.propose(county.commissioner(), number);
            assertBroken(() -> versions.propose(county.commissioner(), number), "pledge.error.notDraft");
            assertThatThrownBy(() -> clauses.drop(county.commissioner(), number, "B1"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> jdbc.sql("""
                            delete from providers.pledge_version_clause
                            where version_id = (select id from providers.pledge_version where number = ?)""").param(number).update())
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertBroken(() -> versions.adopt(county.commissioner(), number), "pledge.error.own");
            assertThatThrownBy(() -> jdbc.sql("""
                            update providers.pledge_version set status = 'ADOPTED', decided_by = drafted_by,
                                decided_by_name = 'x', decided_at = now() where number = ?""").param(number).update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            if (versions.view(county.commissioner(), number).status() == VersionStatus.DRAFT)
                versions.propose(county.commissioner(), number);
            versions.refuse(county.otherCommissioner(), number, "Only a test");
        }
        assertBroken(() -> versions.adopt(county.otherCommissioner(), number), "pledge.error.versionDecided");
    }

    private static PledgeClauses.Terms clause(String code) {
        return new PledgeClauses.Terms(
                code, "Boots are paid for.", "Telir am esgidiau.", Evidence.RECEIPT, 12, Level.BRONZE, true);
    }

    /** Seeded fault: look only at today. */
    @Test
    void aNewVersionBeginsAfterTheLatest() {
        jdbc.sql("update providers.pledge_version set starts_on = ?, transition_until = ? where number = 1")
                .params(today().plusDays(20), today().plusDays(20))
                .update();
        try {
            assertBroken(() -> versions.draft(county.commissioner(), newVersion(20)), "pledge.error.startsBefore");
        } finally {
            jdbc.sql("update providers.pledge_version set starts_on = '2021-04-01', transition_until ="
                            + " '2021-04-01' where number = 1")
                    .update();
        }
    }

    /**
     * Far in the future, so that no other test meets it; its first day is never reached. Seeded faults: hear of no adoption;
     * show no version that is to come.
     */
    @Test
    void newVersionCountsFromItsFirstDayAndTheOldOneUntilTheTransitionEnds() {
        BRONZE.forEach(clause -> accepted(clause, today().plusDays(330)));
        int number = versions.draft(county.commissioner(), newVersion(300));
        clauses.add(
                county.commissioner(),
                number,
                new PledgeClauses.Terms(
                        "B6", "Boots are paid for.", "Telir am esgidiau.", Evidence.RECEIPT, 12, Level.BRONZE, true));
        versions.propose(county.commissioner(), number);
        assertThat(versions.coming(provider)).isEmpty();
        versions.adopt(county.otherCommissioner(), number);
        try {
            assertThat(versions.coming(provider)).extracting(Version::number).containsExactly(number);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> jdbc.sql("""
                            select count(*) from notifications.inbox i join notifications.news n on n.id = i.news_id
                            where n.message_key = 'pledge.news.version' and n.path = ? and i.account_id = ?""")
                                    .params(
                                            "/pledge/versions/" + number,
                                            county.providerA().userId())
                                    .query(Long.class)
                                    .single()
                            == 1);
            assertThat(pledges.levelOn(provider.organisation(), today().plusDays(310)))
                    .contains("BRONZE");
            assertThat(pledges.levelOn(provider.organisation(), today().plusDays(311)))
                    .isEmpty();
            accepted(number, "B6", today().plusDays(330));
            assertThat(pledges.levelOn(provider.organisation(), today().plusDays(311)))
                    .contains("BRONZE");
        } finally {
            jdbc.sql("""
                    update providers.pledge_version set status = 'REFUSED', decision_reason = 'Only a test'
                    where number = ?""").param(number).update();
        }
    }

    private PledgeVersions.Terms newVersion(int days) {
        return new PledgeVersions.Terms(today().plusDays(days), today().plusDays(days + 10), "Better boots");
    }

    private PledgeWithdrawals.Terms terms(Level level, LocalDate from) {
        return new PledgeWithdrawals.Terms(level, from, WithdrawalReason.NOT_KEPT, "Travel time was not paid.");
    }

    private String accepted(String clause, LocalDate until) {
        return accepted(1, clause, until);
    }

    private String accepted(int version, String clause, LocalDate until) {
        String attestation = attest(version, clause, until);
        verification.accept(county.commissioner(), attestation);
        return attestation;
    }

    private String attest(String clause, LocalDate until) {
        return attest(1, clause, until);
    }

    private String attest(int version, String clause, LocalDate until) {
        return attestations.attest(
                provider, version, clause, new AttestationTerms(today().minusDays(1), until, "File 12"));
    }

    private Actor provider(String name) {
        UUID id = Ids.next();
        providers.add(new ProviderView(
                id,
                Reference.random("PRV", RandomGenerator.getDefault()),
                name,
                ProviderKind.AGENCY,
                LocalDate.of(2099, 12, 31),
                Embargo.NONE,
                null,
                null,
                null,
                true,
                true,
                Set.of(),
                Set.of()));
        return new Actor(Ids.next(), "Gwen Manager", id, name, null, Set.of(Role.PROVIDER_MANAGER), null);
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String key) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }

    private static List<Object> race(Runnable... both) throws Exception {
        CyclicBarrier start = new CyclicBarrier(both.length);
        try (var threads = Executors.newFixedThreadPool(both.length)) {
            List<Future<Object>> running = new ArrayList<>();
            for (Runnable one : both)
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        one.run();
                        return "won";
                    } catch (RuntimeException e) {
                        return e;
                    }
                }));
            List<Object> ends = new ArrayList<>();
            for (Future<Object> end : running) ends.add(end.get());
            return ends;
        }
    }
}
