package cymru.pontio.audit;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is read by key, newest first.
 *
 * @param newer the row after which newer ones stand, if there are any
 * @param older the row before which older ones stand, if there are any
 */
record Slice<T>(
        List<T> rows, @Nullable Long newer, @Nullable Long older) {
    static <T> Slice<T> none() {
        return new Slice<>(List.of(), null, null);
    }

    /** @param found one row more than fits, if there are more; oldest first if newer ones were asked for */
    static <T> Slice<T> of(List<T> found, int size, AuditFilter filter, Function<T, Long> id) {
        boolean more = found.size() > size;
        List<T> cut = more ? found.subList(0, size) : found;
        if (cut.isEmpty()) return none();
        boolean upwards = filter.newerThan() != null;
        List<T> rows = upwards ? cut.reversed() : List.copyOf(cut);
        boolean newer = upwards ? more : filter.olderThan() != null;
        boolean older = upwards || more;
        return new Slice<>(rows, newer ? id.apply(rows.getFirst()) : null, older ? id.apply(rows.getLast()) : null);
    }
}
