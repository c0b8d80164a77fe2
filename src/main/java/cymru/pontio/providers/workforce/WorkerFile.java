package cymru.pontio.providers.workforce;

import cymru.pontio.providers.workforce.FileRefused.Kind;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.InputStreamSource;

/**
 * A file of workers: text in UTF-8 whose first line names each column once.
 *
 * @param rows in order
 */
record WorkerFile(String sha256, List<Row> rows) {
    static final int MOST_ROWS = 2_000;
    private static final int MOST_BYTES = 1_000_000;
    private static final List<String> OWN = List.of(
            "reference",
            "contract",
            "contract_since",
            "start",
            "left",
            "registered",
            "qualified",
            "dbs",
            "welsh_level",
            "patches");

    /** May be left out: then what the register says stays. */
    static final String GENDER = "gender";

    /**
     * @param cells by column; nothing for an empty cell
     * @param fits it has as many cells as the first line
     */
    record Row(int line, Map<String, String> cells, boolean fits) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static List<String> columns(Standard standard) {
        List<String> columns = new ArrayList<>(OWN);
        standard.courses().forEach(course -> columns.add(course.column()));
        return columns;
    }

    static WorkerFile read(InputStreamSource source, Standard standard) {
        byte[] bytes = bytes(source);
        return new WorkerFile(sha256(bytes), rows(text(bytes), columns(standard)));
    }

    private static byte[] bytes(InputStreamSource source) {
        try (InputStream in = source.getInputStream()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) throw new FileRefused(Kind.TOO_LARGE);
            if (bytes.length == 0) throw new FileRefused(Kind.EMPTY);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) throw new FileRefused(Kind.ENCODING);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FileRefused(Kind.ENCODING);
        }
    }

    private static List<Row> rows(String text, List<String> columns) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> header = List.of();
            for (CsvRecord record : reader) {
                if (record.getFields().stream().allMatch(String::isBlank)) continue;
                if (header.isEmpty()) header = header(record, columns);
                else rows.add(row(record, header));
                if (rows.size() > MOST_ROWS) throw new FileRefused(Kind.TOO_MANY_ROWS, MOST_ROWS);
            }
        } catch (CsvParseException e) {
            throw new FileRefused(Kind.QUOTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty()) throw new FileRefused(Kind.EMPTY);
        return rows;
    }

    private static List<String> header(CsvRecord first, List<String> columns) {
        List<String> named = first.getFields().stream()
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> missing =
                columns.stream().filter(column -> !named.contains(column)).toList();
        boolean others = named.stream().anyMatch(one -> !columns.contains(one) && !one.equals(GENDER))
                || new HashSet<>(named).size() < named.size();
        if (!missing.isEmpty() || others)
            throw new FileRefused(Kind.HEADER, missing.size(), String.join(", ", missing));
        return named;
    }

    private static Row row(CsvRecord record, List<String> header) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
            String cell = record.getField(i).strip();
            // Our own files guard cells that a spreadsheet would run.
            if (cell.startsWith("'")) cell = cell.substring(1);
            if (!cell.isEmpty()) cells.put(header.get(i), cell);
        }
        return new Row((int) record.getStartingLineNumber(), cells, record.getFieldCount() == header.size());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
