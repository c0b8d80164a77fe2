package cymru.pontio.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The council's bounds of rates on each day, as its rates room has them. */
final class Envelopes {
    record Envelope(int until, BigDecimal floor, BigDecimal standard, BigDecimal ceiling) {}

    private static final BigDecimal WEEKS = BigDecimal.valueOf(52);
    private static final BigDecimal STEPS = BigDecimal.valueOf(20);

    private final List<Envelope> all = new ArrayList<>();

    Envelopes(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                        select coalesce(upper(valid), '2200-01-01') as until, floor, standard, ceiling
                        from rates.envelope order by lower(valid)""")) {
            while (row.next()) {
                all.add(new Envelope(
                        At.day(row.getDate("until").toLocalDate()),
                        row.getBigDecimal("floor"),
                        row.getBigDecimal("standard"),
                        row.getBigDecimal("ceiling")));
            }
        }
    }

    Envelope on(int day) {
        return all.stream().filter(one -> day < one.until).findFirst().orElseThrow();
    }

    /** @param steps twentieths of the way from the floor to the ceiling */
    static BigDecimal rate(Envelope envelope, int steps) {
        BigDecimal span = envelope.ceiling.subtract(envelope.floor);
        return envelope.floor.add(span.multiply(BigDecimal.valueOf(steps)).divide(STEPS, 2, RoundingMode.HALF_UP));
    }

    /** What the product reckons: the week is rounded to the penny, then taken fifty-two times. */
    static BigDecimal yearly(BigDecimal rate, int carerMinutesWeek) {
        return rate.multiply(BigDecimal.valueOf(carerMinutesWeek))
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .multiply(WEEKS);
    }
}
