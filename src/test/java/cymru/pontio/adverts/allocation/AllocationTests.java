package cymru.pontio.adverts.allocation;

import static cymru.pontio.adverts.allocation.AllocationExamples.terms;
import static cymru.pontio.adverts.allocation.AllocationExamples.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class AllocationTests {
    @Autowired
    Allocations allocations;

    @Autowired
    AllocationExamples examples;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isOpenUntilSomebodyDecidesAndThenAsDecidedFromItsDay() {
        assertThat(allocations.today("crickhowell").mode()).isEqualTo(AllocationMode.OPEN);
        examples.decide(county, "crickhowell", AllocationMode.INHOUSE, null);
        examples.decide(county.commissioner(), "crickhowell", AllocationMode.DIRECT_AWARD, null, today().plusDays(7));
        Allocation now = allocations.today("crickhowell");
        assertThat(now.mode()).isEqualTo(AllocationMode.INHOUSE);
        assertThat(now.workingHours()).isEqualTo(4);
        assertThat(now.directReason()).isNull();
        assertThat(allocations.history(county.broker(), "crickhowell"))
                .extracting(Allocation::mode)
                .containsExactly(AllocationMode.DIRECT_AWARD, AllocationMode.INHOUSE);
        examples.decide(county, "crickhowell", AllocationMode.OPEN, null);
        assertThat(allocations.today("crickhowell").mode()).isEqualTo(AllocationMode.OPEN);
    }

    @Test
    void aLeadMustBeAnAgencyThatCoversThePatch() {
        for (Actor lead : List.of(county.providerC(), county.inhouse())) {
            assertRefused(
                    "allocation.error.lead",
                    () -> allocations.decide(
                            county.commissioner(),
                            "llanidloes",
                            terms(AllocationMode.FIRST_REFUSAL, lead, today(), 0)));
        }
    }

    @Test
    void neverBeginsInThePast() {
        assertRefused(
                "allocation.error.past",
                () -> allocations.decide(
                        county.commissioner(), "hay", terms(AllocationMode.OPEN, null, today().minusDays(1), 0)));
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into adverts.allocation (locality, number, mode, starts_on, reason, by_account, by_name, at)
                        values ('hay', 77, 'OPEN', current_date - 2, 'x', gen_random_uuid(), 'x', now())""").update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void isForCommissionersAlone() {
        AllocationTerms terms = terms(AllocationMode.OPEN, null, today(), 0);
        for (Actor other : List.of(county.broker(), county.providerA(), county.inhouse(), county.finance()))
            assertThatThrownBy(() -> allocations.decide(other, "hay", terms)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> allocations.history(county.providerA(), "hay")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> allocations.decide(county.commissioner(), "nowhere", terms))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void ofTwoCommissionersAtOnceTheSecondIsToldWhoWasFirst() throws Exception {
        AllocationTerms terms = terms(AllocationMode.OPEN, null, today(), 0);
        var barrier = new CyclicBarrier(2);
        List<Throwable> ends = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Throwable>> both = new ArrayList<>();
            for (Actor one : List.of(county.commissioner(), county.otherCommissioner()))
                both.add(threads.submit(() -> {
                    barrier.await();
                    return catchThrowable(() -> allocations.decide(one, "ystradgynlais", terms));
                }));
            for (Future<Throwable> one : both) ends.add(one.get());
        }
        assertThat(ends).filteredOn(end -> end == null).hasSize(1);
        assertThat(ends)
                .filteredOn(RuleBroken.class::isInstance)
                .singleElement()
                .satisfies(lost -> {
                    assertThat(((RuleBroken) lost).messageKey()).isEqualTo("allocation.error.meanwhile");
                    assertThat(((RuleBroken) lost).args()[0].toString()).contains("Commissioner");
                });
    }

    @Test
    void theDatabaseKeepsDecisionsAsTheyWere() {
        examples.decide(county, "llanfyllin", AllocationMode.INHOUSE, null);
        assertThatThrownBy(
                        () -> jdbc.sql("update adverts.allocation set working_hours = 9 where locality = 'llanfyllin'")
                                .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from adverts.allocation where locality = 'llanfyllin'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        examples.decide(county, "llanfyllin", AllocationMode.OPEN, null);
    }

    private static void assertRefused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }
}
