package cymru.pontio.adverts.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cymru.pontio.adverts.Weights;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Lot;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Only the lot of live-in care is weighed otherwise here: other tests advertise by the other two. */
@PontioTest
class WeightSetTests {
    static final Weights NEW = new Weights(50, 20, 10, 8, 4, 2, 3, 3);

    @Autowired
    WeightSets sets;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Test
    void oneProposesAnotherApprovesAndTheLatestThatHasBegunIsInForce() {
        Weights before = inForce();
        LocalDate today = sets.day();
        int later = proposed(NEW, today.plusDays(7));
        sets.approve(county.otherCommissioner(), Lot.LIVE_IN, later);
        assertThat(inForce()).isEqualTo(before);
        assertThat(Objects.requireNonNull(sets.on(today.plusDays(7)).get(Lot.LIVE_IN)))
                .satisfies(named -> assertThat(named.weights()).isEqualTo(NEW))
                .satisfies(named -> assertThat(named.number()).isEqualTo(later));
        Weights other = new Weights(45, 25, 10, 8, 4, 2, 3, 3);
        int now = proposed(other, today);
        assertThat(inForce()).as("nobody has agreed").isEqualTo(before);
        sets.approve(county.otherCommissioner(), Lot.LIVE_IN, now);
        assertThat(inForce()).isEqualTo(other);
    }

    @Test
    void nobodyDecidesOnWhatTheyProposed() {
        int number = proposed(NEW, sets.day());
        assertRefused("weighting.error.own", () -> sets.approve(county.commissioner(), Lot.LIVE_IN, number));
        assertRefused("weighting.error.own", () -> sets.refuse(county.commissioner(), Lot.LIVE_IN, number, "No"));
        assertRefused("weighting.error.notOwn", () -> sets.withdraw(county.otherCommissioner(), Lot.LIVE_IN, number));
        assertDatabaseRefuses(
                "update adverts.weight_set set status = 'APPROVED', decided_by = proposed_by, decided_by_name = 'x', decided_at = now()"
                        + " where lot = 'LIVE_IN' and number = " + number);
        sets.withdraw(county.commissioner(), Lot.LIVE_IN, number);
        assertRefused("weighting.error.decided", () -> sets.approve(county.otherCommissioner(), Lot.LIVE_IN, number));
    }

    @Test
    void pointsAddUpToAHundredAndNothingBeginsInThePast() {
        assertRefused("weighting.error.sum", () -> propose(new Weights(50, 20, 10, 8, 4, 2, 3, 4), sets.day()));
        assertRefused("weighting.error.past", () -> propose(NEW, sets.day().minusDays(1)));
        // Seeded fault: compare with the latest set, whenever it begins.
        assertRefused("weighting.error.same", () -> propose(inForce(), sets.day()));
        assertDatabaseRefuses(insert("41, 30, 10, 8, 4, 2, 3, 3", "current_date + 1"));
        assertDatabaseRefuses(insert("40, 30, 10, 8, 4, 2, 3, 3", "current_date - 2"));
    }

    /** Seeded fault: drop the trigger keep_weight_set. */
    @Test
    void aSetIsNeverEditedOrTakenAway() {
        assertDatabaseRefuses(
                "update adverts.weight_set set quality = 39, price = 31 where lot = 'LIVE_IN' and number = 1");
        assertDatabaseRefuses(
                "update adverts.weight_set set status = 'WITHDRAWN' where lot = 'LIVE_IN' and number = 1");
        assertDatabaseRefuses("delete from adverts.weight_set where lot = 'LIVE_IN' and number = 1");
        int number = proposed(NEW, sets.day().plusDays(1));
        assertDatabaseRefuses(
                "update adverts.weight_set set starts_on = starts_on + 1 where lot = 'LIVE_IN' and number = " + number);
        sets.refuse(county.otherCommissioner(), Lot.LIVE_IN, number, "Price counts too little");
        assertThat(sets.view(county.broker(), Lot.LIVE_IN, number).decisionReason())
                .isEqualTo("Price counts too little");
    }

    @Test
    void whoeverComesTooLateAgreesToNothing() {
        int number = proposed(NEW, sets.day().plusDays(1));
        jdbc.sql("alter table adverts.weight_set disable trigger keep_weight_set")
                .update();
        try {
            jdbc.sql(
                            "update adverts.weight_set set starts_on = current_date - 1, proposed_at = now() - interval '3 days'"
                                    + " where lot = 'LIVE_IN' and number = ?")
                    .param(number)
                    .update();
        } finally {
            jdbc.sql("alter table adverts.weight_set enable trigger keep_weight_set")
                    .update();
        }
        assertRefused("weighting.error.tooLate", () -> sets.approve(county.otherCommissioner(), Lot.LIVE_IN, number));
        assertDatabaseRefuses(
                "update adverts.weight_set set status = 'APPROVED', decided_by = gen_random_uuid(), decided_by_name = 'x', decided_at = now()"
                        + " where lot = 'LIVE_IN' and number = " + number);
        sets.withdraw(county.commissioner(), Lot.LIVE_IN, number);
    }

    /** Seeded fault: let insert() do without on conflict do nothing. */
    @Test
    void ofManyThatProposeAtOnceOneIsHeard() throws Exception {
        clear();
        int seen = sets.of(county.commissioner(), Lot.LIVE_IN).getFirst().number();
        CyclicBarrier start = new CyclicBarrier(4);
        List<Future<Throwable>> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                Actor one = i % 2 == 0 ? county.commissioner() : county.otherCommissioner();
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return catchThrowable(() -> sets.propose(
                            one, Lot.LIVE_IN, new WeightSetTerms(NEW, sets.day().plusDays(1), "At once", seen)));
                }));
            }
        }
        int heard = 0;
        for (Future<Throwable> outcome : outcomes) {
            if (outcome.get() == null) heard++;
            else assertThat(outcome.get()).isInstanceOf(RuleBroken.class).hasMessage("weighting.error.meanwhile");
        }
        assertThat(heard).isEqualTo(1);
    }

    @Test
    void isForCommissionersAlone() {
        assertThatThrownBy(
                        () -> sets.propose(county.broker(), Lot.LIVE_IN, new WeightSetTerms(NEW, sets.day(), "x", 1)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sets.inForce(county.providerA())).isInstanceOf(NotFound.class);
    }

    private Weights inForce() {
        return Objects.requireNonNull(sets.on(sets.day()).get(Lot.LIVE_IN)).weights();
    }

    private int proposed(Weights weights, LocalDate from) {
        clear();
        propose(weights, from);
        return sets.of(county.commissioner(), Lot.LIVE_IN).getFirst().number();
    }

    private void propose(Weights weights, LocalDate from) {
        int seen = sets.of(county.commissioner(), Lot.LIVE_IN).getFirst().number();
        sets.propose(county.commissioner(), Lot.LIVE_IN, new WeightSetTerms(weights, from, "An example", seen));
    }

    /** Takes back what another test left undecided. */
    private void clear() {
        WeightSet latest = sets.of(county.commissioner(), Lot.LIVE_IN).getFirst();
        if (!latest.proposed()) return;
        Actor own = county.commissioner().userId().equals(latest.proposedBy())
                ? county.commissioner()
                : county.otherCommissioner();
        sets.withdraw(own, Lot.LIVE_IN, latest.number());
    }

    private void assertDatabaseRefuses(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
    }

    private static String insert(String points, String from) {
        return "insert into adverts.weight_set (lot, number, status, quality, price, start, windows, continuity, welsh, capacity, run,"
                + " starts_on, reason, proposed_by, proposed_by_name, proposed_at) values ('LIVE_IN', 999, 'PROPOSED', "
                + points
                + ", " + from + ", 'x', gen_random_uuid(), 'x', now())";
    }

    private static void assertRefused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
        assertThatThrownBy(verb).isInstanceOf(RuleBroken.class).hasMessage(key);
    }
}
