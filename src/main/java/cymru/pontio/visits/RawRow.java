package cymru.pontio.visits;

import java.util.Map;

/** A visit as written, in a file or on a form. */
record RawRow(long line, Map<Field, String> cells) {
    String get(Field field) {
        return cells.getOrDefault(field, "");
    }

    boolean has(Field field) {
        return !get(field).isEmpty();
    }
}
