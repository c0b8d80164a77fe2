package cymru.pontio.providers.register;

import cymru.pontio.providers.register.FileRefused.Fault;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A register file: which regulator's it is, where its header stands, and its rows. */
final class RegisterFile {
    static final int MOST_ROWS = 200_000;
    /** CQC writes four lines before the header; somebody may have added more. */
    private static final int HEADER_WITHIN = 25;

    private static final int LONGEST_CELL = 65_536;
    private static final Set<String> NOTHING = Set.of("none", "null", "n/a", "-");

    private final String text;
    private final Header header;

    private RegisterFile(String text, Header header) {
        this.text = text;
        this.header = header;
    }

    /** @param order the column in each place of a row; null where we read nothing */
    private record Header(Regulator regulator, char separator, long line, List<@Nullable Column> order) {
        Set<Column> given() {
            Set<Column> given = EnumSet.noneOf(Column.class);
            for (Column column : order) if (column != null) given.add(column);
            return given;
        }

        long known() {
            return given().size();
        }
    }

    /** A line of the file; misshapen ones have another number of cells than the header. */
    record Row(long line, boolean misshapen, Map<Column, String> cells) {
        String get(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** @param own the council's own regulator, named when the file is nobody's */
    static RegisterFile of(String text, Regulator own) {
        List<Header> candidates = new ArrayList<>();
        for (char separator : new char[] {',', ';', '\t'}) {
            for (Regulator regulator : Regulator.values())
                candidate(text, separator, regulator).ifPresent(candidates::add);
        }
        Header best = candidates.stream()
                .max(Comparator.comparingLong(Header::known))
                .filter(header -> header.known() >= 2)
                .orElseThrow(() -> new FileRefused(Fault.NOT_A_REGISTER, headings(own, own.required())));
        mustBeWhole(best);
        return new RegisterFile(text, best);
    }

    Regulator regulator() {
        return header.regulator();
    }

    /** Columns the file has; about others it says nothing. */
    Set<Column> given() {
        return header.given();
    }

    void rows(Consumer<Row> taker) {
        long last = header.line();
        int count = 0;
        try (CsvReader<CsvRecord> reader = reader(text, header.separator())) {
            for (CsvRecord record : reader) {
                last = record.getStartingLineNumber();
                if (last <= header.line() || record.getFields().stream().allMatch(String::isBlank)) continue;
                if (++count > MOST_ROWS) throw new FileRefused(Fault.TOO_MANY_ROWS, MOST_ROWS);
                taker.accept(row(record));
            }
        } catch (CsvParseException e) {
            throw new FileRefused(Fault.QUOTES, last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (count == 0) throw new FileRefused(Fault.EMPTY);
    }

    private Row row(CsvRecord record) {
        List<@Nullable Column> order = header.order();
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < Math.min(order.size(), record.getFieldCount()); i++) {
            Column column = order.get(i);
            String cell = cleaned(record.getField(i));
            if (column != null && !cell.isEmpty()) cells.put(column, cell);
        }
        return new Row(record.getStartingLineNumber(), record.getFieldCount() != order.size(), cells);
    }

    private static String cleaned(String cell) {
        String one = cell.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
        return NOTHING.contains(one.toLowerCase(java.util.Locale.ROOT)) ? "" : one;
    }

    private static Optional<Header> candidate(String text, char separator, Regulator regulator) {
        List<Header> found = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reader(text, separator)) {
            Iterator<CsvRecord> records = reader.iterator();
            for (int i = 0; i < HEADER_WITHIN && records.hasNext(); i++) {
                CsvRecord record = records.next();
                List<@Nullable Column> order = new ArrayList<>();
                for (String heading : record.getFields())
                    order.add(Column.named(regulator, heading).orElse(null));
                found.add(new Header(regulator, separator, record.getStartingLineNumber(), order));
            }
        } catch (CsvParseException e) {
            // Another separator may fit; if none does, the header was not found.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().max(Comparator.comparingLong(Header::known));
    }

    private static void mustBeWhole(Header header) {
        Set<Column> missing = EnumSet.copyOf(header.regulator().required());
        missing.removeAll(header.given());
        if (!missing.isEmpty())
            throw new FileRefused(Fault.COLUMNS, missing.size(), headings(header.regulator(), missing));
        Set<Column> seen = new HashSet<>();
        for (Column column : header.order())
            if (column != null && !seen.add(column))
                throw new FileRefused(Fault.COLUMN_TWICE, column.heading(header.regulator()));
    }

    private static String headings(Regulator regulator, Set<Column> columns) {
        return columns.stream()
                .sorted()
                .map(column -> column.heading(regulator))
                .collect(Collectors.joining(", "));
    }

    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(LONGEST_CELL)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new StringReader(text));
    }
}
