package cymru.pontio.providers.register;

import static cymru.pontio.providers.register.RegisterSamples.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.register.RegisterImportView.Status;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class RegisterImportsTests {
    @Autowired
    RegisterImports imports;

    @Autowired
    Register register;

    @Autowired
    Providers providers;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Test
    void changesNothingUntilItIsAppliedAndNothingTheSecondTime() {
        byte[] file = bytes("ciw.csv", "SIN-0001", "SIN-4001");
        RegisterImportRef dry = imports.check(county.commissioner(), file);
        assertThat(imports.view(county.commissioner(), dry).counts().fresh()).isEqualTo(3);
        assertThatThrownBy(() -> service("SIN-40010001-TAAA")).isInstanceOf(NotFound.class);

        imports.apply(county.commissioner(), dry);
        RatedService one = service("SIN-40010001-TAAA");
        assertThat(one.lines())
                .containsExactly(
                        new RatedService.Line(Theme.WELL_BEING, Rating.GOOD),
                        new RatedService.Line(Theme.CARE_AND_SUPPORT, Rating.EXCELLENT),
                        new RatedService.Line(Theme.LEADERSHIP, Rating.GOOD));
        assertThat(service("SIN-40010002-TBBB").lines()).hasSize(3).allMatch(line -> line.rating() == null);

        RegisterImportRef again = imports.check(county.commissioner(), file);
        RegisterImportView second = imports.view(county.commissioner(), again);
        assertThat(second.status()).isEqualTo(Status.NOTHING);
        assertThat(second.counts().same()).isEqualTo(3);
        assertRefused("register.error.notOpen", () -> imports.apply(county.commissioner(), again));
    }

    @Test
    void takesOverTheNextEditionAndKeepsWhatVanishedWithItsDay() {
        apply(bytes("ciw.csv", "SIN-0001", "SIN-4002"));
        RegisterImportRef next = imports.check(county.commissioner(), bytes("ciw-next.csv", "SIN-0001", "SIN-4002"));
        RegisterImportView.Counts counts =
                imports.view(county.commissioner(), next).counts();
        assertThat(counts.responsible()).isOne();
        assertThat(counts.fresh()).isOne();
        assertThat(counts.vanished()).isPositive();
        imports.apply(county.commissioner(), next);
        assertThat(service("SIN-40020001-TAAA").responsible()).isEqualTo("Cadi Wynn");
        assertThat(service("SIN-40020003-TCCC").vanishedOn()).isNotNull();
        assertThat(service("SIN-40020003-TCCC").lines().getFirst().rating()).isEqualTo(Rating.GOOD);
        apply(bytes("ciw.csv", "SIN-0001", "SIN-4002"));
        assertThat(service("SIN-40020003-TCCC").vanishedOn()).isNull();
        assertThat(imports.changes(county.commissioner(), next, "CHANGED", 10)).anyMatch(ChangeView::responsible);
    }

    /** Seeded fault: do not compare the register's version. */
    @Test
    void refusesADifferenceThatIsNoLongerTheDifference() {
        RegisterImportRef first = imports.check(county.commissioner(), bytes("ciw.csv", "SIN-0001", "SIN-4003"));
        RegisterImportRef second =
                imports.check(county.otherCommissioner(), bytes("ciw-next.csv", "SIN-0001", "SIN-4003"));
        imports.apply(county.commissioner(), first);
        assertThat(imports.view(county.commissioner(), second).applicable()).isFalse();
        assertRefused("register.error.changedMeanwhile", () -> imports.apply(county.otherCommissioner(), second));
        imports.discard(county.otherCommissioner(), second);
        assertThat(imports.view(county.commissioner(), second).status()).isEqualTo(Status.DISCARDED);
    }

    @Test
    void ofTwoCommissionersApplyingAtOnceOneWins() throws Exception {
        RegisterImportRef one = imports.check(county.commissioner(), bytes("ciw.csv", "SIN-0001", "SIN-4004"));
        RegisterImportRef other =
                imports.check(county.otherCommissioner(), bytes("ciw-next.csv", "SIN-0001", "SIN-4004"));
        List<Object> ends = race(
                () -> {
                    imports.apply(county.commissioner(), one);
                    return "applied";
                },
                () -> {
                    imports.apply(county.otherCommissioner(), other);
                    return "applied";
                });
        assertThat(ends).filteredOn("applied"::equals).hasSize(1);
        assertThat(ends)
                .filteredOn(RuleBroken.class::isInstance)
                .singleElement()
                .satisfies(lost ->
                        assertThat(((RuleBroken) lost).messageKey()).isEqualTo("register.error.changedMeanwhile"));
    }

    @Test
    void keepsTheTwoRegistersApart() {
        apply(bytes("ciw.csv", "SIN-0001", "SIN-4005"));
        RegisterImportRef english = imports.check(county.commissioner(), bytes("cqc.csv", "1-5550", "1-7550"));
        assertThat(imports.view(county.commissioner(), english).counts().vanished())
                .isZero();
        imports.apply(county.commissioner(), english);
        RatedService one = register.service(county.commissioner(), Regulator.CQC, "1-755000111");
        assertThat(one.lines())
                .containsExactly(
                        new RatedService.Line(Theme.OVERALL, Rating.GOOD),
                        new RatedService.Line(Theme.WELL_LED, Rating.REQUIRES_IMPROVEMENT));
        assertThat(service("SIN-40050001-TAAA").vanishedOn()).isNull();
    }

    @Test
    void linksByHandAndForNobodyButCommissioners() {
        apply(bytes("ciw.csv", "SIN-0001", "SIN-4006"));
        UUID provider = county.providerA().organisation();
        String ref = providers.view(provider).ref();
        assertThatThrownBy(() -> register.link(county.broker(), Regulator.CIW, "SIN-40060001-TAAA", ref))
                .isInstanceOf(NotFound.class);
        register.link(county.commissioner(), Regulator.CIW, "SIN-40060001-TAAA", ref);
        assertThat(register.of(List.of(provider)).get(provider))
                .extracting(RatedService::registration)
                .contains("SIN-40060001-TAAA");
        register.unlink(county.commissioner(), Regulator.CIW, "SIN-40060001-TAAA");
        assertThat(service("SIN-40060001-TAAA").provider()).isNull();
    }

    @Test
    void theDatabaseKnowsNoOverallFigureForWalesAndNoEnvironmentAndNoUndatedRating() {
        apply(bytes("ciw.csv", "SIN-0001", "SIN-4007"));
        for (String bad : List.of(
                "'CIW', 'OVERALL', 'GOOD', now()",
                "'CIW', 'ENVIRONMENT', 'GOOD', now()",
                "'CIW', 'WELL_BEING', 'OUTSTANDING', now()",
                "'CQC', 'OVERALL', 'GOOD', now()",
                "'CIW', 'WELL_BEING', 'GOOD', null")) {
            assertThatThrownBy(() -> jdbc.sql("""
                    insert into providers.register_rating (entry_id, regulator, theme, rating, inspected_on)
                    select id, %s from providers.register_entry where registration = 'SIN-40070002-TBBB'""".formatted(bad)).update())
                    .as(bad)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    /** A rating is published by the regulator; what scoring uses is another figure and is not touched. */
    @Test
    void leavesTheScoreThatMatchingUsesAlone() {
        UUID provider = county.providerA().organisation();
        var before = providers.view(provider).regulatorScore();
        apply(bytes("ciw.csv", "SIN-0001", "SIN-4008"));
        register.link(
                county.commissioner(),
                Regulator.CIW,
                "SIN-40080001-TAAA",
                providers.view(provider).ref());
        apply(bytes("ciw-next.csv", "SIN-0001", "SIN-4008"));
        assertThat(providers.view(provider).regulatorScore()).isEqualTo(before);
        register.unlink(county.commissioner(), Regulator.CIW, "SIN-40080001-TAAA");
    }

    private void apply(byte[] file) {
        imports.apply(county.commissioner(), imports.check(county.commissioner(), file));
    }

    private RatedService service(String registration) {
        return register.service(county.commissioner(), Regulator.CIW, registration);
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
