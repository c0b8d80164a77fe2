package cymru.pontio.visits;

import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The months for which visits can be recorded: made ahead by the clock, and older ones when a file asks for them. */
@Component
class VisitMonths {
    private static final int AHEAD = 2;

    private final JdbcClient jdbc;
    private final Clock clock;

    VisitMonths(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In a transaction of its own and soon over, because others who need a new month wait for it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void open(Collection<YearMonth> months) {
        months.stream()
                .sorted()
                .forEach(month -> jdbc.sql("select visits.open_month(?)")
                        .param(month.atDay(1))
                        .query((row, n) -> n)
                        .single());
    }

    @Scheduled(cron = "0 10 3 * * *", zone = "Europe/London")
    @Transactional
    public void ahead() {
        LocalDate today = Zone.dayOf(clock.instant());
        Stream.iterate(YearMonth.from(today), month -> month.plusMonths(1))
                .limit(1 + AHEAD)
                .forEach(month -> jdbc.sql("select visits.open_month(?)")
                        .param(month.atDay(1))
                        .query((row, n) -> n)
                        .single());
    }
}
