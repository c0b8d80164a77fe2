package cymru.pontio.rates;

import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The council's rates, each with the days on which it holds. */
@Service
public class Rates {
    /** Approval limits are in pounds a year: fifty-two weeks of the plan. */
    private static final int WEEKS = 52;

    private final JdbcClient jdbc;

    Rates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Envelope on(LocalDate day) {
        return jdbc.sql("select floor, standard, ceiling, source from rates.envelope where valid @> ?::date")
                .param(day)
                .query((row, n) -> new Envelope(
                        new Money(row.getBigDecimal("floor")),
                        new Money(row.getBigDecimal("standard")),
                        new Money(row.getBigDecimal("ceiling")),
                        row.getString("source")))
                .single();
    }

    /** What this care would cost in a year at the standard rate: workers' hours are paid, not the person's. */
    @Transactional(readOnly = true)
    public Money yearly(WeeklyHours hours, LocalDate on) {
        return on(on).standard().forMinutes(hours.carer().minutes()).times(WEEKS);
    }
}
