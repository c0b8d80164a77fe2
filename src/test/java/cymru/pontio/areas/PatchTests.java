package cymru.pontio.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PontioTest
class PatchTests {
    @Autowired
    Patches patches;

    @Autowired
    Areas areas;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatOnePatchGainsAnotherGives() {
        String added = add("North Radnor", "Gogledd Maesyfed", "st-harmon", "abbey-cwmhir");
        assertThat(codes(added)).containsExactlyInAnyOrder("st-harmon", "abbey-cwmhir");
        assertThat(codes("llandrindod")).doesNotContain("st-harmon", "abbey-cwmhir");
        change(added, Set.of("st-harmon", "nantmel"), "llandrindod");
        assertThat(codes(added)).containsExactlyInAnyOrder("st-harmon", "nantmel");
        assertThat(codes("llandrindod")).contains("abbey-cwmhir").doesNotContain("nantmel");
        PatchRows.Change last = view(added).changes().getFirst();
        assertThat(last.by()).isEqualTo(county.commissioner().name());
        assertThat(last.reason()).isEqualTo("A shorter drive");
        assertThat(last.moves()).hasSize(2);
        assertThat(view("llandrindod").changes().getFirst().id()).isEqualTo(last.id());
        giveBack(added);
    }

    /** Seeded fault: let Patches.hold forget which change was seen. */
    @Test
    void theSecondOfTwoCommissionersIsToldWhoChangedWhat() {
        PatchView old = view("hay");
        change("crickhowell", new HashSet<>(codes("crickhowell")), "");
        PatchTerms stale = new PatchTerms(
                "Hay and Talgarth",
                "Y Gelli Gandryll a Thalgarth",
                Set.copyOf(codes("hay")),
                List.of(),
                old.centre(),
                "",
                "Mine",
                old.seen());
        assertThatThrownBy(() -> patches.change(county.otherCommissioner(), "hay", stale))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.messageKey()).isEqualTo("areas.error.meanwhile.CHANGED");
                    assertThat(broken.args())
                            .contains(
                                    county.commissioner().name(),
                                    view("crickhowell").locality().nameEn());
                });
    }

    @Test
    void noCommunityIsEverWithoutAPatch() {
        assertThatThrownBy(() -> change("hay", Set.of("clyro"), "hay"))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("areas.error.rest"));
        assertThatThrownBy(() -> jdbc.sql("update areas.community set locality = null where code = 'clyro'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(codes("hay")).hasSize(10);
    }

    /** Seeded fault: let retire() not ask for communities. */
    @Test
    void onlyAnEmptyPatchOnWhichNothingStandsIsRetiredAndKeepsItsName() {
        String added = add("Wye Valley", "Dyffryn Gwy", "erwood");
        assertRetirement("areas.error.notEmpty", added);
        assertThatThrownBy(() -> jdbc.sql(
                                "update areas.locality set retired_at = now(), retired_by = gen_random_uuid() where code = ?")
                        .param(added)
                        .update())
                .isInstanceOf(DataAccessException.class);
        change(added, Set.of(), "builth");
        jdbc.sql("insert into providers.patch (provider_id, locality) values (?, ?)")
                .params(county.providerA().organisation(), added)
                .update();
        assertRetirement("areas.error.inUse", added);
        jdbc.sql("delete from providers.patch where locality = ?").param(added).update();
        patches.retire(county.commissioner(), added, "Empty", view(added).seen());
        assertThat(areas.current()).extracting(Locality::code).doesNotContain(added);
        assertThat(areas.locality(added).nameCy()).isEqualTo("Dyffryn Gwy");
        assertThatThrownBy(() -> jdbc.sql("update areas.community set locality = ? where code = 'erwood'")
                        .param(added)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    /**
     * Whoever comes second waits for the first and is refused. Seeded faults: drop the trigger community_needs_a_patch; let it
     * look at the patch without holding it.
     */
    @Test
    void nobodyMovesIntoAPatchWhileItIsRetired() {
        String added = add("Upper Wye", "Gwy Uchaf", "llangurig");
        change(added, Set.of(), "llanidloes");
        String move = "update areas.community set locality = '" + added + "' where code = 'llangurig'";
        String retire = "update areas.locality set retired_at = now(), retired_by = gen_random_uuid() where code = '"
                + added + "'";
        assertThatThrownBy(() -> second(move, retire)).hasStackTraceContaining(added + " has communities");
        change("llanidloes", Set.copyOf(with(codes("llanidloes"), "llangurig")), "");
        assertThat(codes(added)).isEmpty();
        assertThatThrownBy(() -> second(retire, move)).hasStackTraceContaining(added + " is retired");
        assertThat(codes("llanidloes")).contains("llangurig");
    }

    /** Seeded faults, each by itself: change or retire what is retired; give a name twice. */
    @Test
    void aRetiredPatchStaysAndANameIsGivenOnce() {
        String added = add("Old Radnor", "Pencraig", "erwood");
        assertThatThrownBy(() -> add("Old Radnor", "Arall", "llangurig"))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("areas.error.nameTaken"));
        change(added, Set.of(), "builth");
        patches.retire(county.commissioner(), added, "Empty", view(added).seen());
        assertRetirement("areas.error.retired", added);
        assertThatThrownBy(() -> change(added, Set.of(), "builth"))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("areas.error.retired"));
    }

    private void second(String first, String second) throws Exception {
        CompletableFuture<Integer> later = transaction.execute(status -> {
            jdbc.sql(first).update();
            CompletableFuture<Integer> begun =
                    CompletableFuture.supplyAsync(() -> jdbc.sql(second).update());
            await().until(() -> begun.isDone() || waiting(second));
            return begun;
        });
        later.get();
    }

    private boolean waiting(String sql) {
        return jdbc.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query = ?)")
                .param(sql)
                .query(Boolean.class)
                .single();
    }

    private static Set<String> with(Set<String> codes, String code) {
        Set<String> more = new HashSet<>(codes);
        more.add(code);
        return more;
    }

    @Test
    void theCodeStaysWhateverThePatchIsCalled() {
        String added = add("Upper Severn", "Hafren Uchaf", "llangurig");
        patches.change(
                county.commissioner(),
                added,
                new PatchTerms(
                        "Severn Head",
                        "Blaenhafren",
                        Set.of("llangurig"),
                        List.of(new OutwardCode("SY18", true)),
                        "",
                        "",
                        "Clearer",
                        view(added).seen()));
        assertThat(added).isEqualTo("upper-severn");
        assertThat(view(added).locality().nameEn()).isEqualTo("Severn Head");
        assertThat(view(added).codesText()).isEqualTo("SY18*");
        assertThatThrownBy(() -> jdbc.sql("update areas.locality set code = 'other' where code = ?")
                        .param(added)
                        .update())
                .isInstanceOf(DataAccessException.class);
        giveBack(added, "llanidloes");
    }

    @Test
    void isForCommissionersAlone() {
        for (Actor other : List.of(county.broker(), county.providerA(), county.admin(), county.inhouse()))
            assertThatThrownBy(() -> patches.change(other, "hay", terms(view("hay"), Set.of(), "brecon")))
                    .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> patches.view(county.providerA(), "hay")).isInstanceOf(NotFound.class);
    }

    private String add(String english, String welsh, String... communities) {
        return patches.add(
                county.commissioner(),
                new PatchTerms(
                        english,
                        welsh,
                        Set.of(communities),
                        List.of(),
                        "",
                        "",
                        "New",
                        view("hay").seen()));
    }

    private void change(String code, Set<String> communities, String rest) {
        patches.change(county.commissioner(), code, terms(view(code), communities, rest));
    }

    private void giveBack(String added) {
        giveBack(added, "llandrindod");
    }

    private void giveBack(String added, String to) {
        change(added, Set.of(), to);
        patches.retire(county.commissioner(), added, "Tidy", view(added).seen());
    }

    private static PatchTerms terms(PatchView patch, Set<String> communities, String rest) {
        return new PatchTerms(
                patch.locality().nameEn(),
                patch.locality().nameCy(),
                communities,
                patch.codes(),
                patch.centre(),
                rest,
                "A shorter drive",
                patch.seen());
    }

    private void assertRetirement(String key, String code) {
        assertThatThrownBy(() -> patches.retire(
                        county.commissioner(), code, "Why", view(code).seen()))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }

    private PatchView view(String code) {
        return patches.view(county.commissioner(), code);
    }

    private Set<String> codes(String patch) {
        return view(patch).communities().stream().map(Community::code).collect(Collectors.toSet());
    }
}
