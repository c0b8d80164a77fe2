package cymru.pontio.demo;

import cymru.pontio.kernel.Zone;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs statements over whole sets. In them {@code :now} is the moment at which the story is cut and {@code :today} its day;
 * references that are free stand in the table {@code demo_ref}.
 */
record Moments(Connection database, Instant now) {
    private static final int REFS = 100;

    /** @param prefixes of the references that are needed */
    static Moments of(Connection database, Instant now, String... prefixes) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("create temp table if not exists demo_ref (prefix text, n int, ref text) on commit drop");
        }
        try (var refs = database.prepareStatement(
                "insert into demo_ref select ?, n, ref from unnest(?) with ordinality as r (ref, n)")) {
            for (String prefix : prefixes) {
                refs.setString(1, prefix);
                refs.setArray(
                        2,
                        database.createArrayOf(
                                "text",
                                IntStream.range(0, REFS)
                                        .mapToObj(n -> Refs.of(prefix, n))
                                        .toArray()));
                refs.executeUpdate();
            }
        }
        return new Moments(database, now);
    }

    void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql.replace(":now", "timestamptz '" + now + "'")
                    .replace(":today", "date '" + Zone.dayOf(now) + "'"));
        }
    }

    /** This month and those before it, as the parts of the visits are named: 2026_11. */
    List<String> months(int number) {
        YearMonth month = YearMonth.from(Zone.dayOf(now));
        return IntStream.range(0, number)
                .mapToObj(back -> month.minusMonths(back).toString().replace('-', '_'))
                .toList();
    }
}
