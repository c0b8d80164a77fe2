package cymru.pontio.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.visits.FileRefused.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

/** Files as they come: from other programs, half broken, or made to do harm. */
class VisitFileTests {
    private static final String ROW = "V1,PKG-7K3M-Q,2026-03-10,08:00,08:30,08:05,08:40,2,DELIVERED,W7,Tŷ Ŵyn";
    private static final String FILE = Field.HEADER + "\n" + ROW + "\n";

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("empty", bytes(""), Fault.EMPTY),
                Arguments.of("byte order mark alone", bytes("\uFEFF"), Fault.EMPTY),
                Arguments.of("header alone", bytes(Field.HEADER), Fault.EMPTY),
                Arguments.of("blank rows alone", bytes(Field.HEADER + "\n,,,,,,,,,,\n\n   \n"), Fault.EMPTY),
                Arguments.of("UTF-16 with mark", FILE.getBytes(StandardCharsets.UTF_16), Fault.UTF16),
                Arguments.of("UTF-16 without mark", FILE.getBytes(StandardCharsets.UTF_16LE), Fault.NUL),
                Arguments.of("NUL", bytes(FILE + "V2\0,,,"), Fault.NUL),
                Arguments.of("Windows-1252", (FILE + "é").getBytes(Charset.forName("windows-1252")), Fault.ENCODING),
                Arguments.of("cut in a letter", cut(bytes(FILE + "ŵ")), Fault.ENCODING),
                Arguments.of("surrogate in UTF-8", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, Fault.ENCODING),
                Arguments.of("image", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0}, Fault.ENCODING),
                Arguments.of("semicolons", bytes(FILE.replace(',', ';')), Fault.HEADER),
                Arguments.of("no header", bytes(ROW + "\n" + ROW), Fault.HEADER),
                Arguments.of("a column twice", bytes(FILE.replaceFirst("\n", ",status\n")), Fault.HEADER),
                Arguments.of("a column missing", bytes(FILE.replace(",reason", "")), Fault.HEADER),
                Arguments.of("200 columns", bytes("x,".repeat(200) + "\n1\n"), Fault.HEADER),
                Arguments.of(
                        "100,000 columns", bytes(FILE.replaceFirst("\n", ",x".repeat(100_000) + "\n")), Fault.QUOTES),
                Arguments.of("quote never closed", bytes(FILE + "\"" + ROW.repeat(5000)), Fault.QUOTES),
                Arguments.of(
                        "quote never closed before the last row",
                        bytes(Field.HEADER + "\n" + ROW.replace("Tŷ", "\"Tŷ") + "\n" + ROW + "\n"),
                        Fault.QUOTES),
                Arguments.of(
                        "quote never closed in another column", bytes(FILE + "\"" + ROW + "\n" + ROW), Fault.QUOTES),
                Arguments.of("text after a quote", bytes(FILE + "\"a\"b,,,,,,,,,,\n"), Fault.QUOTES),
                Arguments.of("a cell of 100,000 letters", bytes(FILE + "x".repeat(100_000)), Fault.QUOTES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void saysWhatIsWrongWithAFile(String name, byte[] file, Fault fault) {
        assertThatThrownBy(() -> rows(new ByteArrayResource(file)))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    static Stream<Arguments> read() {
        return Stream.of(
                Arguments.of("plain", FILE),
                Arguments.of("byte order mark", "\uFEFF" + FILE),
                Arguments.of("no last line end", FILE.strip()),
                Arguments.of("CR only", FILE.replace('\n', '\r')),
                Arguments.of("CR LF", FILE.replace("\n", "\r\n")),
                Arguments.of("blank rows", FILE + "\n\n,,,,,,,,,,\n"),
                Arguments.of(
                        "upper case header",
                        FILE.replace(Field.HEADER, Field.HEADER.toUpperCase(java.util.Locale.ROOT))),
                Arguments.of("quoted", FILE.replace("W7", "\"W7\"")),
                Arguments.of("spaces", FILE.replace("W7", "  W7  ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("read")
    void readsTheSameRow(String name, String file) {
        List<RawRow> rows = rows(new ByteArrayResource(bytes(file)));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().line()).isEqualTo(2);
        assertThat(rows.getFirst().get(Field.WORKER_ID)).isEqualTo("W7");
        assertThat(rows.getFirst().get(Field.REASON)).isEqualTo("Tŷ Ŵyn");
    }

    @Test
    void countsLinesWhereQuotesGoOverThem() {
        String two = FILE.replace("Tŷ Ŵyn", "\"one\ntwo\"") + ROW;
        assertThat(rows(new ByteArrayResource(bytes(two))))
                .extracting(RawRow::line)
                .containsExactly(2L, 4L);
    }

    @Test
    void readsColumnsInAnyOrder() {
        String turned =
                "reason,worker_id,status,workers,actual_end,actual_start,planned_end,planned_start,visit_date,package_ref,"
                        + "provider_visit_id\nr,w,s,1,e,a,p,q,d,k,V9\n";
        assertThat(rows(new ByteArrayResource(bytes(turned))).getFirst().get(Field.PROVIDER_VISIT_ID))
                .isEqualTo("V9");
    }

    @Test
    void refusesAMillionRowsWithoutHoldingThem() {
        InputStreamSource million = () -> new Endless(bytes(Field.HEADER + "\n"), bytes("a,b,c,,,,,,,,\n"), 1_000_000);
        List<Long> lines = new ArrayList<>();
        assertThatThrownBy(() -> VisitFile.of(million, 500_000).rows(row -> lines.add(row.line()), lines::add))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.TOO_MANY_ROWS));
        assertThat(lines).hasSize(500_000);
    }

    private static List<RawRow> rows(InputStreamSource source) {
        List<RawRow> rows = new ArrayList<>();
        VisitFile.of(source).rows(rows::add, line -> {});
        return rows;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length - 1);
    }

    /** A file that is never in memory. */
    private static final class Endless extends InputStream {
        private final byte[] row;
        private byte[] now;
        private int at;
        private int left;

        Endless(byte[] header, byte[] row, int rows) {
            this.now = header;
            this.row = row;
            this.left = rows;
        }

        @Override
        public int read() throws IOException {
            if (at == now.length) {
                if (left-- <= 0) return -1;
                now = row;
                at = 0;
            }
            return now[at++] & 0xFF;
        }
    }
}
