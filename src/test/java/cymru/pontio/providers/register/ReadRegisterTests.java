package cymru.pontio.providers.register;

import static cymru.pontio.providers.register.RegisterSamples.bytes;
import static cymru.pontio.providers.register.RegisterSamples.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.providers.register.FileRefused.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRegisterTests {
    @Test
    void readsTheWelshRegisterWithItsByteOrderMarkAndLeavesCareHomesOut() {
        ReadRegister file = read("ciw.csv");
        assertThat(file.regulator()).isEqualTo(Regulator.CIW);
        assertThat(file.entries()).containsOnlyKeys("SIN-00010001-TAAA", "SIN-00010002-TBBB", "SIN-00010003-TCCC");
        assertThat(file.leftOut()).isOne();
        assertThat(file.problems()).isEmpty();
        ServiceEntry first = entry(file, "SIN-00010001-TAAA");
        assertThat(first.get(Column.RESPONSIBLE)).isEqualTo("Tŷ Ŵyn Parri");
        assertThat(first.get(Column.LOCAL_AUTHORITY)).isEmpty();
        assertThat(first.get(Column.UPDATED_ON)).isEqualTo("2026-03-12");
        assertThat(first.get(Column.CARE_AND_SUPPORT)).isEqualTo("EXCELLENT");
        assertThat(entry(file, "SIN-00010003-TCCC").get(Column.INSPECTED_ON)).isEqualTo("2025-09-02");
        assertThat(entry(file, "SIN-00010003-TCCC").get(Column.NAME)).isEqualTo("Cartref, \"Y Wern\"");
    }

    @Test
    void takesNotYetRatedForNoRating() {
        assertThat(entry(read("ciw.csv"), "SIN-00010002-TBBB").values().keySet())
                .noneMatch(Column::isRating);
    }

    @Test
    void readsSemicolonsAndWindows1252() {
        ServiceEntry one = entry(read("ciw-windows-1252.csv"), "SIN-00020001-WAAA");
        assertThat(one.get(Column.NAME)).isEqualTo("Gofal Cae’r Môr – Caffi");
        assertThat(one.get(Column.RESPONSIBLE)).isEqualTo("Siân Bûrd");
    }

    @Test
    void readsTheEnglishDirectoryBelowItsPreambleWithTheOverallRatingAsPublished() {
        ReadRegister file = read("cqc.csv");
        assertThat(file.regulator()).isEqualTo(Regulator.CQC);
        assertThat(file.entries()).containsOnlyKeys("1-555000111", "1-555000113");
        ServiceEntry one = entry(file, "1-555000111");
        assertThat(one.get(Column.OVERALL)).isEqualTo("GOOD");
        assertThat(one.get(Column.WELL_LED)).isEqualTo("REQUIRES_IMPROVEMENT");
        assertThat(one.get(Column.INSPECTED_ON)).isEqualTo("2025-11-12");
        assertThat(one.get(Column.LOCAL_AUTHORITY)).isEqualTo("Herefordshire, County of");
    }

    @Test
    void knowsNoOverallFigureForWales() {
        assertThat(Regulator.CIW.themes()).doesNotContain(Theme.OVERALL).hasSize(3);
        assertThat(Column.named(Regulator.CIW, "Overall rating")).isEmpty();
    }

    @Test
    void saysOfEachBadRowWhatIsWrong() {
        ReadRegister file = read("ciw-broken.csv");
        assertThat(file.problems())
                .extracting(problem -> problem.line() + " " + problem.fault() + " " + problem.heading())
                .contains(
                        "2 DATE Last Inspection Date",
                        "3 RATING Care and Support Rating",
                        "4 ENVIRONMENT Environment Rating",
                        "5 UNDATED Last Inspection Date",
                        "6 TWICE Service URN",
                        "7 TWICE Service URN",
                        "8 MISSING Service Name",
                        "9 ADDRESS Inspection Report URL",
                        "10 REGISTRATION Service URN",
                        "11 CELLS null");
        assertThat(file.entries()).containsOnlyKeys("SIN-00030009-XIII");
        assertThat(file.mentioned()).contains("SIN-00030001-XAAA", "SIN-00030005-XEEE", "SIN-00030008-XHHH");
        assertThat(file.whole()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ciw-missing-columns.csv,COLUMNS",
        "care-homes-only.csv,NO_HOME_CARE",
        "shopping.csv,NOT_A_REGISTER",
        "workbook.xlsx,NOT_TEXT"
    })
    void refusesWhatIsNoRegister(String name, Fault fault) {
        assertThatThrownBy(() -> read(name)).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.fault()).isEqualTo(fault);
            assertThat(refused.messageKey()).isEqualTo("register.file." + fault);
        });
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        assertThatThrownBy(() -> read("ciw-missing-columns.csv"))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.args())
                                .containsExactly(2, "Responsible Individual Names, Provider Name"));
    }

    @Test
    void refusesNothingNothingBelowTheHeaderAndUtf16() {
        assertThat(fault(new byte[0])).isEqualTo(Fault.EMPTY);
        byte[] whole = bytes("ciw.csv");
        String header =
                new String(whole, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        assertThat(fault((header + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Fault.EMPTY);
        assertThat(fault(new String(whole, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(Fault.NOT_TEXT);
        assertThat(fault((header + ",Service URN\r\nx\r\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Fault.COLUMN_TWICE);
    }

    /** A quotation mark that is never closed must not swallow the rest of a huge file. */
    @Test
    void refusesAQuotationMarkThatIsNotClosed() {
        String header = new String(bytes("ciw.csv"), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        String endless = header + "\r\nSIN-1,\"Gofal" + "\r\nSIN-00019999-TZZZ,x,y".repeat(20_000);
        assertThat(fault(endless.getBytes(StandardCharsets.UTF_8))).isEqualTo(Fault.QUOTES);
    }

    /** A stray quotation mark may have swallowed rows. Seeded fault: believe such a file to be whole. */
    @Test
    void doesNotKnowWhatHasVanishedWhenARowHasOtherCellsThanTheHeader() {
        String text = new String(bytes("ciw.csv"), StandardCharsets.UTF_8)
                .replace("Stepping Stile Care,Domiciliary", "\"Stepping Stile Care,Domiciliary")
                .replace("Cartref, \"\"Y Wern\"\"\"", "Cartref\"");
        assertThat(fileOrFault(text)).isIn(Fault.QUOTES, false);
        String shorter = new String(bytes("ciw.csv"), StandardCharsets.UTF_8).replace(",Stepping Stile Care,", ",");
        assertThat(fileOrFault(shorter)).isEqualTo(false);
    }

    private static Object fileOrFault(String text) {
        try {
            return ReadRegister.of(text.getBytes(StandardCharsets.UTF_8), Regulator.CIW)
                    .whole();
        } catch (FileRefused refused) {
            return refused.fault();
        }
    }

    /** Seeded fault: count the problems that are told. */
    @Test
    void countsEveryBadRowAndTellsOfTheFirst() {
        List<String> lines =
                new String(bytes("ciw.csv"), StandardCharsets.UTF_8).lines().toList();
        String bad = lines.get(1).replace("12/03/2026 09:41", "soon").replace("14/05/2025", "later");
        StringBuilder file = new StringBuilder(lines.getFirst());
        for (int i = 0; i < 6_000; i++) file.append("\r\n").append(bad.replace("00010001", "" + (20_000_000 + i)));
        ReadRegister read = ReadRegister.of(file.toString().getBytes(StandardCharsets.UTF_8), Regulator.CIW);
        assertThat(read.bad()).isEqualTo(6_000);
        assertThat(read.problems()).hasSize(ReadRegister.MOST_PROBLEMS);
    }

    @Test
    void readsAHugeDirectory() {
        List<String> lines =
                new String(bytes("cqc.csv"), StandardCharsets.UTF_8).lines().toList();
        StringBuilder huge = new StringBuilder();
        lines.subList(0, 5).forEach(line -> huge.append(line).append("\r\n"));
        for (int i = 0; i < 60_000; i++)
            huge.append(lines.get(i % 6 == 0 ? 5 : 6).replace("1-555000111", "1-6" + (100_000 + i)))
                    .append("\r\n");
        ReadRegister file = ReadRegister.of(huge.toString().getBytes(StandardCharsets.UTF_8), Regulator.CIW);
        assertThat(file.entries()).hasSize(10_000);
        assertThat(file.leftOut()).isEqualTo(50_000);
    }

    private static Fault fault(byte[] bytes) {
        try {
            ReadRegister.of(bytes, Regulator.CIW);
        } catch (FileRefused refused) {
            return refused.fault();
        }
        throw new AssertionError("was read: " + Arrays.hashCode(bytes));
    }

    private static ServiceEntry entry(ReadRegister file, String registration) {
        return Objects.requireNonNull(file.entries().get(registration));
    }
}
