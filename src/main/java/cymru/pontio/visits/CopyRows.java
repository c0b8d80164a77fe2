package cymru.pontio.visits;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows into a table through PostgreSQL's COPY, in small portions, in the caller's transaction. */
final class CopyRows {
    private static final int PORTION = 32_768;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(PORTION + 1024);

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /** @param into a table with the columns that will be given, in order */
    static void into(JdbcTemplate jdbc, String into, Consumer<CopyRows> rows) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
            try {
                CopyRows target = new CopyRows(copy);
                rows.accept(target);
                target.send();
                copy.endCopy();
            } catch (Failed e) {
                throw e.cause;
            } finally {
                if (copy.isActive()) copy.cancelCopy();
            }
            return true;
        });
    }

    void row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) text.append('\t');
            cell(cells[i]);
        }
        text.append('\n');
        if (text.length() > PORTION) send();
    }

    private void cell(@Nullable Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String plain = value instanceof Instant moment ? moment(moment) : value.toString();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /** A quarter of the time that the general format takes. */
    private static String moment(Instant moment) {
        return LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC) + "Z";
    }

    private void send() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    /** Carries the driver's own exception out of the consumer. */
    private static final class Failed extends RuntimeException {
        private final transient SQLException cause;

        Failed(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
