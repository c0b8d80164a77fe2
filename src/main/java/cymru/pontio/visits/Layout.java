package cymru.pontio.visits;

import de.siegmar.fastcsv.reader.CsvRecord;

/** What the columns of a file mean. */
interface Layout {
    /** How many cells a row has. */
    int columns();

    RawRow row(CsvRecord record);

    /** The provider's reference of the file, known once a row was read; empty in formats that have none. */
    default String reference() {
        return "";
    }
}
