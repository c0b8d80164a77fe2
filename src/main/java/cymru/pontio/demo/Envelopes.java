package cymru.pontio.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The council's bounds of rates on each day, as its rates room has them. */
final class Envelopes {
    record Envelope(int until, BigDecimal floor, BigDecimal standard, BigDecimal ceiling) {}

    private static final BigDecimal WEEKS = BigDecimal.valueOf(52);
    private static final BigDecimal STEPS = BigDecimal.valueOf(20);

    /** By locality. A twentieth of the span is about a sixtieth of a rate, and the card pays 5 and 10 per cent more out there. */
    private final Map<String, Integer> steps = new HashMap<>();

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
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                    select locality, case zone when 'RURAL' then 3 when 'DEEP_RURAL' then 6 else 0 end as steps
                    from rates.locality_zone where upper_inf(valid)""")) {
            while (row.next()) steps.put(row.getString("locality"), row.getInt("steps"));
        }
    }

    /** How much more an agency asks for where the ways are long. */
    int stepsIn(Place place) {
        return steps.getOrDefault(place.code(), 0);
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
