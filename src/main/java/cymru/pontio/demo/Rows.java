package cymru.pontio.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows gathered in COPY's text format, table by table. */
final class Rows {
    private final Map<Table, StringBuilder> tables = new EnumMap<>(Table.class);

    /** @param values one for each column of the table; lists become arrays */
    void add(Table table, @Nullable Object... values) {
        if (values.length != table.columns.size()) throw new IllegalArgumentException(table + " has other columns");
        StringBuilder text = tables.computeIfAbsent(table, t -> new StringBuilder(1 << 16));
        for (int i = 0; i < values.length; i++) {
            if (i > 0) text.append('\t');
            text.append(cell(values[i]));
        }
        text.append('\n');
    }

    void copyInto(Connection database) throws SQLException, IOException {
        var copy = database.unwrap(PGConnection.class).getCopyAPI();
        for (var one : tables.entrySet()) {
            String columns = String.join(", ", one.getKey().columns);
            copy.copyIn(
                    "copy " + one.getKey().table + " (" + columns + ") from stdin",
                    new StringReader(one.getValue().toString()));
        }
        tables.clear();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "\\N";
            case Collection<?> many ->
                escaped(many.stream()
                        .map(one -> '"' + one.toString() + '"')
                        .collect(Collectors.joining(",", "{", "}")));
            default -> escaped(value.toString());
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
