package cymru.pontio.visits;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visit as written, in a file or on a form.
 *
 * @param lasted whole minutes at the door, where they are written in place of an end: the clock on the wall cannot say when
 *     that was in a night in which it is moved
 */
record RawRow(long line, Map<Field, String> cells, @Nullable Integer lasted) {
    RawRow(long line, Map<Field, String> cells) {
        this(line, cells, null);
    }

    String get(Field field) {
        return cells.getOrDefault(field, "");
    }

    boolean has(Field field) {
        return !get(field).isEmpty();
    }
}
