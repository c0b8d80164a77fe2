package cymru.pontio.visits;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/** What the columns of a file mean. */
interface Layout {
    /** How many cells a row has. */
    int columns();

    RawRow row(CsvRecord record);

    /** Headings of columns that are not read, in the file’s order. */
    default List<String> unread() {
        return List.of();
    }

    /** The provider's reference of the file, known once a row was read; empty in formats that have none. */
    default String reference() {
        return "";
    }
}
