package cymru.pontio.providers.register;

import static cymru.pontio.providers.register.RegisterSamples.read;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.providers.register.Difference.Change;
import cymru.pontio.providers.register.Difference.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferenceTests {
    private final Map<String, ServiceEntry> known = read("ciw.csv").entries();

    @Test
    void findsEverythingNewInAnEmptyRegister() {
        Difference first = Difference.of(read("ciw.csv"), Map.of(), Set.of());
        assertThat(first.services(Kind.NEW)).isEqualTo(3);
        assertThat(first.changes()).allMatch(change -> change.kind() == Kind.NEW);
    }

    @Test
    void isNothingTheSecondTime() {
        Difference again = Difference.of(read("ciw.csv"), known, Set.of());
        assertThat(again.isNothing()).isTrue();
        assertThat(again.same()).isEqualTo(3);
        assertThat(again.after()).isEmpty();
    }

    @Test
    void namesWhatChangedFieldByField() {
        Difference next = Difference.of(read("ciw-next.csv"), known, Set.of());
        assertThat(next.changes())
                .contains(
                        new Change(
                                "SIN-00010001-TAAA",
                                "Gofal Llwyn Helyg",
                                Kind.CHANGED,
                                Column.RESPONSIBLE,
                                "Tŷ Ŵyn Parri",
                                "Cadi Wynn"),
                        new Change(
                                "SIN-00010001-TAAA",
                                "Gofal Llwyn Helyg",
                                Kind.CHANGED,
                                Column.WELL_BEING,
                                "GOOD",
                                "EXCELLENT"));
        assertThat(next.responsible()).isOne();
        assertThat(next.services(Kind.NEW)).isOne();
        assertThat(next.vanished()).containsExactly("SIN-00010003-TCCC");
        assertThat(next.same()).isOne();
    }

    @Test
    void bringsBackWhatHadVanished() {
        Difference back = Difference.of(read("ciw.csv"), known, Set.of("SIN-00010003-TCCC"));
        assertThat(back.changes()).extracting(Change::kind).containsExactly(Kind.BACK);
        assertThat(back.after()).hasSize(1);
    }

    /** Seeded fault: count services of bad rows as vanished. */
    @Test
    void doesNotTakeForVanishedWhatABadRowMentions() {
        Map<String, ServiceEntry> register =
                Map.of("SIN-00030001-XAAA", new ServiceEntry("SIN-00030001-XAAA", Map.of(Column.NAME, "Gofal Da")));
        ReadRegister broken = read("ciw-broken.csv");
        ReadRegister readable = new ReadRegister(
                broken.regulator(),
                broken.given(),
                broken.entries(),
                broken.problems(),
                broken.bad(),
                broken.mentioned(),
                true,
                0);
        assertThat(Difference.of(readable, register, Set.of()).vanished()).isEmpty();
    }

    @Test
    void takesNothingForVanishedWhenARowHasNoNumber() {
        assertThat(Difference.of(read("ciw-broken.csv"), known, Set.of()).vanished())
                .isEmpty();
    }

    @Test
    void keepsWhatTheFileHasNoColumnFor() {
        ReadRegister next = read("ciw-next.csv");
        Set<Column> fewer = EnumSet.copyOf(next.given());
        fewer.remove(Column.POSTCODE);
        ServiceEntry bare = new ServiceEntry("SIN-00010001-TAAA", Map.of(Column.NAME, "Gofal Llwyn Helyg"));
        ServiceEntry before =
                new ServiceEntry("SIN-00010001-TAAA", Map.of(Column.NAME, "Gofal", Column.POSTCODE, "SY16 0AA"));
        assertThat(bare.over(before, fewer).get(Column.POSTCODE)).isEqualTo("SY16 0AA");
        assertThat(bare.over(before, next.given()).get(Column.POSTCODE)).isEmpty();
    }

    /** A directory without ratings, as it is published, must not part ratings from their inspection. */
    @Test
    void leavesRatingsWithTheInspectionTheyComeFrom() {
        ServiceEntry before = new ServiceEntry(
                "1-555000111",
                Map.of(Column.NAME, "Marches", Column.OVERALL, "GOOD", Column.INSPECTED_ON, "2025-11-12"));
        Set<Column> plain = EnumSet.of(Column.REGISTRATION, Column.NAME, Column.INSPECTED_ON);
        for (Map<Column, String> values : List.of(
                Map.of(Column.NAME, "Marches"), Map.of(Column.NAME, "Marches", Column.INSPECTED_ON, "2026-10-01"))) {
            ServiceEntry after = new ServiceEntry("1-555000111", values).over(before, plain);
            assertThat(after.get(Column.OVERALL)).isEqualTo("GOOD");
            assertThat(after.get(Column.INSPECTED_ON)).isEqualTo("2025-11-12");
        }
    }
}
