package cymru.pontio.visits.calls;

import cymru.pontio.carepackages.Band;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception with the whole day it happened on, and what was asked and answered.
 *
 * @param steps from the first on
 */
public record ExceptionView(ExceptionRow row, List<Line> day, List<Step> steps) {

    public record Step(String step, String text, String by, Instant at) {}

    /** A call with what came of it, or a visit that answers none. */
    public record Line(
            Outcome outcome,
            List<Remark> remarks,
            boolean critical,
            boolean essential,
            @Nullable Band band,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            int minutesDue,
            int workersDue,
            @Nullable String visitId,
            @Nullable Instant start,
            @Nullable Instant end,
            int minutes,
            int workers,
            @Nullable String workerId,
            @Nullable String reason,
            String subject) {}

    static Line line(ResultSet row) throws SQLException {
        String[] remarks = (String[]) row.getArray("remarks").getArray();
        String band = row.getString("band");
        return new Line(
                Outcome.valueOf(row.getString("outcome")),
                Arrays.stream(remarks).map(Remark::valueOf).toList(),
                row.getBoolean("critical"),
                row.getBoolean("essential"),
                band == null ? null : Band.valueOf(band),
                row.getObject("window_from", LocalTime.class),
                row.getObject("window_to", LocalTime.class),
                row.getInt("minutes_due"),
                row.getInt("workers_due"),
                row.getString("provider_visit_id"),
                instant(row, "actual_start"),
                instant(row, "actual_end"),
                row.getInt("minutes"),
                row.getInt("workers"),
                row.getString("worker_id"),
                row.getString("reason"),
                row.getString("subject"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
