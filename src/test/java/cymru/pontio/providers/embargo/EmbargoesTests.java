package cymru.pontio.providers.embargo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Providers;
import cymru.pontio.site.HomeTile.Tile;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PontioTest
class EmbargoesTests {
    @Autowired
    Embargoes embargoes;

    @Autowired
    EmbargoLifting lifting;

    @Autowired
    EmbargoExamples examples;

    @Autowired
    EmbargoTiles tiles;

    @Autowired
    EmbargoNotice notice;

    @Autowired
    Providers providers;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void free() {
        examples.free(county, county.providerC());
    }

    @Test
    void countsAtOnceAndTheProviderIsTold() {
        assertThat(notice.of(county.providerC())).isEmpty();
        EmbargoRef ref = examples.impose(county, county.providerC());
        assertThat(effect()).isEqualTo(Embargo.NEW_WORK);
        assertThat(notice.of(county.providerC())).hasSize(1);
        assertThat(notice.of(county.providerA())).isEmpty();
        assertThat(audited(ref)).contains("EmbargoImposed");
    }

    @Test
    void letsTwoCommissionersLiftItAndKeepsEveryStep() {
        EmbargoRef ref = examples.impose(county, county.providerC());
        embargoes.review(
                county.commissioner(),
                ref,
                Embargo.NEW_WORK_AND_INCREASES,
                examples.today().plusDays(40),
                "Two more visits were cut short");
        assertThat(effect()).isEqualTo(Embargo.NEW_WORK_AND_INCREASES);
        lifting.ask(county.commissioner(), ref, "Eight weeks without a complaint");
        assertRefused("embargo.error.own", () -> lifting.approve(county.commissioner(), ref));
        lifting.refuse(county.otherCommissioner(), ref, "Too early to be sure of it");
        lifting.ask(county.otherCommissioner(), ref, "Twelve weeks without a complaint");
        lifting.approve(county.commissioner(), ref);
        assertThat(effect()).isEqualTo(Embargo.NONE);
        assertThat(embargoes.entries(county.broker(), ref))
                .extracting(EmbargoView.Entry::step)
                .containsExactly("IMPOSED", "WIDENED", "LIFT_ASKED", "LIFT_REFUSED", "LIFT_ASKED", "LIFTED");
        assertThat(audited(ref))
                .contains(
                        "EmbargoImposed", "EmbargoReviewed", "EmbargoLiftAsked", "EmbargoLiftRefused", "EmbargoLifted");
    }

    /** Seeded fault: let both levels stop increases, in the door and in the function. */
    @Test
    void onlyTheWiderLevelStopsIncreases() {
        assertThat(increases()).containsExactly(true, true);
        EmbargoRef ref = examples.impose(county, county.providerC());
        assertThat(increases()).containsExactly(true, true);
        embargoes.review(
                county.commissioner(),
                ref,
                Embargo.NEW_WORK_AND_INCREASES,
                examples.today().plusDays(40),
                "Two more visits were cut short");
        assertThat(increases()).containsExactly(false, false);
    }

    private List<Boolean> increases() {
        UUID provider = county.providerC().organisation();
        return List.of(
                providers.takesIncreases(provider),
                jdbc.sql("select providers.takes_increases(?)")
                        .param(provider)
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void isForCommissionersAlone() {
        assertThatThrownBy(() -> embargoes.impose(county.broker(), examples.ref(county.providerC()), examples.terms()))
                .isInstanceOf(NotFound.class);
        EmbargoRef ref = examples.impose(county, county.providerC());
        assertThatThrownBy(() -> lifting.ask(county.broker(), ref, "I should like that"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> embargoes.view(county.providerC(), ref)).isInstanceOf(NotFound.class);
    }

    /** Seeded fault: take the exclusion constraint and the lock of the provider away. */
    @RepeatedTest(3)
    void ofTwoImposedAtOnceOneCounts() throws Exception {
        String provider = examples.ref(county.providerC());
        List<Object> ends = race(
                () -> embargoes.impose(county.commissioner(), provider, examples.terms()),
                () -> embargoes.impose(county.otherCommissioner(), provider, examples.terms()));
        assertThat(ends).filteredOn(EmbargoRef.class::isInstance).hasSize(1);
        assertThat(keys(ends)).containsExactly("embargo.error.inForce");
        free();
    }

    /** Seeded fault: take any broken law for the one of a second embargo. */
    @Test
    void blamesNoOtherEmbargoForWhatTheTableRefuses() {
        EmbargoTerms terseAsNoFormAllows = new EmbargoTerms(
                Embargo.NEW_WORK, Cause.QUALITY, "Short", "en", examples.today().plusDays(30));
        assertThatThrownBy(() ->
                        embargoes.impose(county.commissioner(), examples.ref(county.providerC()), terseAsNoFormAllows))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Seeded fault: let Providers.hold read without holding. */
    @Test
    void waitsForWhoeverGivesWorkAtThisMoment() throws Exception {
        try (var pool = Executors.newSingleThreadExecutor()) {
            Future<EmbargoRef> imposed = new TransactionTemplate(transactions).execute(status -> {
                assertThat(providers.hold(county.providerC().organisation()).embargo())
                        .isEqualTo(Embargo.NONE);
                Future<EmbargoRef> waiting = pool.submit(() -> examples.impose(county, county.providerC()));
                assertThatThrownBy(() -> waiting.get(700, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return waiting;
            });
            assertThat(Objects.requireNonNull(imposed).get()).isNotNull();
            assertThat(effect()).isEqualTo(Embargo.NEW_WORK);
        }
    }

    @RepeatedTest(3)
    void ofTwoProposalsToLiftAtOnceOneWins() throws Exception {
        EmbargoRef ref = examples.impose(county, county.providerC());
        List<Object> ends = race(
                () -> {
                    lifting.ask(county.commissioner(), ref, "All of it is well again");
                    return "asked";
                },
                () -> {
                    lifting.ask(county.otherCommissioner(), ref, "All of it is well again");
                    return "asked";
                });
        assertThat(ends).filteredOn("asked"::equals).hasSize(1);
        assertThat(keys(ends)).containsExactly("embargo.error.askedAlready");
        free();
    }

    @Test
    void ofTwoAnswersAtOnceOneWins() throws Exception {
        EmbargoRef ref = examples.impose(county, county.providerC());
        lifting.ask(county.commissioner(), ref, "All of it is well again");
        List<Object> ends = race(
                () -> {
                    lifting.approve(county.otherCommissioner(), ref);
                    return "answered";
                },
                () -> {
                    lifting.refuse(county.otherCommissioner(), ref, "Not just yet, I think");
                    return "answered";
                });
        assertThat(ends).filteredOn("answered"::equals).hasSize(1);
        assertThat(keys(ends)).hasSize(1);
    }

    @Test
    void theDatabaseKnowsTheSameLaws() {
        EmbargoRef ref = examples.impose(county, county.providerC());
        assertRefusedByDatabase("""
                insert into providers.embargo (id, ref, provider_id, level, cause, reason, language, imposed_by,
                    imposed_by_name, imposed_at, review_on)
                select gen_random_uuid(), 'EMB-0000-0', provider_id, level, cause, reason, language, imposed_by,
                    imposed_by_name, imposed_at, review_on from providers.embargo where ref = :ref""", ref);
        assertRefusedByDatabase("""
                update providers.embargo set lift_asked_by = imposed_by, lift_asked_by_name = 'x', lift_asked_at = now(),
                    lift_reason = 'long enough', lifted_by = imposed_by, lifted_by_name = 'x', lifted_at = now()
                where ref = :ref""", ref);
        assertRefusedByDatabase("update providers.embargo set review_on = imposed_at::date where ref = :ref", ref);
        assertRefusedByDatabase("update providers.embargo set level = 'NEW_WORK_AND_INCREASES' where ref = :ref", ref);
        assertRefusedByDatabase(
                "update providers.embargo set lifted_at = now(), lifted_by = imposed_by, lifted_by_name = 'x' where ref = :ref",
                ref);
    }

    @Test
    void commissionersCountWhatWaitsForThem() {
        EmbargoRef ref = examples.impose(county, county.inhouse());
        long due = tile("embargo.tile.due", 0);
        jdbc.sql(
                        "update providers.embargo set imposed_at = imposed_at - interval '30 days', review_on = ? where ref = ?")
                .params(examples.today(), ref.value())
                .update();
        assertThat(tile("embargo.tile.due", 0)).isEqualTo(due + 1);
        long lifts = tile("embargo.tile.lifts", 1);
        lifting.ask(county.otherCommissioner(), ref, "All of it is well again");
        assertThat(tile("embargo.tile.lifts", 1)).isEqualTo(lifts + 1);
        assertThat(tiles.of(county.broker())).isEmpty();
        examples.free(county, county.inhouse());
    }

    private long tile(String key, int place) {
        Tile tile = tiles.of(county.commissioner()).get(place);
        assertThat(tile.labelKey()).isEqualTo(key);
        return tile.number();
    }

    private Embargo effect() {
        return providers.view(county.providerC().organisation()).embargo();
    }

    private List<String> audited(EmbargoRef ref) {
        return jdbc.sql("select action from audit.entry where subject = ?")
                .param(ref.value())
                .query(String.class)
                .list();
    }

    private void assertRefusedByDatabase(String sql, EmbargoRef ref) {
        assertThatThrownBy(() -> jdbc.sql(sql).param("ref", ref.value()).update())
                .as(sql)
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    private static List<String> keys(List<Object> ends) {
        return ends.stream()
                .filter(RuleBroken.class::isInstance)
                .map(lost -> ((RuleBroken) lost).messageKey())
                .toList();
    }

    private static void assertRefused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }

    private static List<Object> race(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> both = List.of(one, other).stream()
                    .map(work -> pool.submit(() -> {
                        start.await();
                        try {
                            return (Object) work.call();
                        } catch (RuleBroken broken) {
                            return broken;
                        }
                    }))
                    .toList();
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }
}
