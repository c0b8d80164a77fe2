package cymru.pontio.visits;

import cymru.pontio.visits.FileRefused.Fault;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.core.io.InputStreamSource;

/**
 * A file of visits, read twice: once as bytes, to know what it is, and once as rows. It never stands in memory as a
 * whole; the longest cell is bounded, so a quote that is never closed cannot swallow the rest.
 */
final class VisitFile {
    static final int MOST_ROWS = 10_000_000;
    private static final int LONGEST_CELL = 65_536;

    private final InputStreamSource source;
    private final FileBytes.Found bytes;
    private final int most;
    private String reference = "";
    private List<String> unread = List.of();

    private VisitFile(InputStreamSource source, FileBytes.Found bytes, int most) {
        this.source = source;
        this.bytes = bytes;
        this.most = most;
    }

    /** Refuses what is not text in UTF-8. */
    static VisitFile of(InputStreamSource source) {
        return of(source, MOST_ROWS);
    }

    static VisitFile of(InputStreamSource source, int most) {
        VisitFile file = new VisitFile(source, FileBytes.check(source), most);
        file.look();
        return file;
    }

    String sha256() {
        return bytes.sha256();
    }

    /**
     * Gives each row with anything in it, in order.
     *
     * @param misshapen lines with more or fewer cells than the first line
     */
    void rows(Consumer<RawRow> row, Consumer<Long> misshapen) {
        long[] last = {1};
        try (InputStream in = source.getInputStream();
                CsvReader<CsvRecord> reader = reader(in)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) throw new FileRefused(Fault.EMPTY);
            Layout layout = layout(records.next());
            int count = 0;
            while (records.hasNext()) {
                CsvRecord next = records.next();
                last[0] = next.getStartingLineNumber();
                if (!records.hasNext()) closed(next);
                if (next.getFields().stream().allMatch(String::isBlank)) continue;
                if (++count > most) throw new FileRefused(Fault.TOO_MANY_ROWS, most);
                if (next.getFieldCount() == layout.columns()) row.accept(layout.row(next));
                else misshapen.accept(next.getStartingLineNumber());
            }
            if (count == 0) throw new FileRefused(Fault.EMPTY);
        } catch (CsvParseException e) {
            throw new FileRefused(Fault.QUOTES, last[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reader takes the end of the file for the end of a quotation: rows in it would be lost in silence. */
    private void closed(CsvRecord end) {
        String cell = end.getField(end.getFieldCount() - 1);
        if (!bytes.endsInQuote() && (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0))
            throw new FileRefused(Fault.QUOTES, end.getStartingLineNumber());
    }

    /** The provider's reference of the file; empty in formats that have none. */
    String reference() {
        return reference;
    }

    /** Headings of columns that are not read. */
    List<String> unread() {
        return unread;
    }

    /** Rows of second workers stand apart and belong to the visit before the sign. */
    boolean secondWorkersApart() {
        return !reference.isEmpty();
    }

    private void look() {
        try (InputStream in = source.getInputStream();
                CsvReader<CsvRecord> reader = reader(in)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) throw new FileRefused(Fault.EMPTY);
            Layout layout = layout(records.next());
            if (layout instanceof Abacus && records.hasNext()) {
                CsvRecord first = records.next();
                if (first.getFieldCount() == layout.columns()) layout.row(first);
            }
            unread = layout.unread();
            reference = layout.reference();
        } catch (CsvParseException e) {
            throw new FileRefused(Fault.QUOTES, 1L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvReader<CsvRecord> reader(InputStream in) {
        return CsvReader.builder()
                .maxBufferSize(LONGEST_CELL)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofCsvRecord(in, StandardCharsets.UTF_8);
    }

    private static Layout layout(CsvRecord first) {
        return Abacus.recognises(first) ? Abacus.of(first) : new Own(header(first));
    }

    /** Our own columns, in the file's order. */
    private record Own(List<Field> order) implements Layout {
        @Override
        public int columns() {
            return order.size();
        }

        @Override
        public RawRow row(CsvRecord record) {
            return raw(record, order);
        }
    }

    /** The columns in the file's order: each once, none other. */
    private static List<Field> header(CsvRecord first) {
        List<Field> order = new ArrayList<>();
        for (String heading : first.getFields()) Field.named(heading).ifPresent(order::add);
        List<Field> missing = new ArrayList<>(EnumSet.allOf(Field.class));
        missing.removeAll(order);
        int unknown = first.getFieldCount() - order.size();
        boolean twice = new HashSet<>(order).size() < order.size();
        if (!missing.isEmpty() || unknown > 0 || twice)
            throw new FileRefused(Fault.HEADER, missing.size(), String.join(", ", Field.columns(missing)), unknown);
        return order;
    }

    private static RawRow raw(CsvRecord record, List<Field> order) {
        Map<Field, String> cells = new EnumMap<>(Field.class);
        for (int i = 0; i < order.size(); i++) {
            String cell = record.getField(i).strip();
            if (!cell.isEmpty()) cells.put(order.get(i), cell);
        }
        return new RawRow(record.getStartingLineNumber(), cells);
    }
}
