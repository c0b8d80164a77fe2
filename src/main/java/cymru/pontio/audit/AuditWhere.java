package cymru.pontio.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions that were asked for and no others, so that each finds its index. */
final class AuditWhere {
    private final StringBuilder sql = new StringBuilder("true");
    private final Map<String, Object> values = new HashMap<>();

    /** @param value nothing or blank: no condition */
    void and(String condition, String name, @Nullable Object value) {
        if (value == null || value.equals("")) return;
        sql.append(" and ").append(condition);
        values.put(name, value instanceof Instant moment ? Timestamp.from(moment) : value);
    }

    void andIn(String column, String name, Collection<?> any) {
        if (any.isEmpty()) {
            sql.append(" and false");
            return;
        }
        sql.append(" and ").append(column).append(" in (:").append(name).append(')');
        values.put(name, any);
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> values() {
        return values;
    }
}
