package cymru.pontio.visits;

import java.util.UUID;

/** The table in which the rows of one import wait. Its name is made from the id alone. */
record Staged(UUID id) {
    String table() {
        return "visits.import_row_" + id.toString().replace("-", "");
    }

    /** A statement about {@code $rows}, said of this table. */
    String in(String sql) {
        return sql.replace("$rows", table());
    }
}
