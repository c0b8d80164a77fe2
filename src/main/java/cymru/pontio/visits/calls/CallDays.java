package cymru.pontio.visits.calls;

import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads people's days: whenever something was said about a visit, and once more when the time to say it is over. Any number
 * of nodes may try; one reads at a time.
 */
@Service
public class CallDays {
    private static final int AT_ONCE = 1000;

    private final CallDayTable table;
    private final ReadingTable readings;
    private final ExceptionTable exceptions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CallDays(
            CallDayTable table,
            ReadingTable readings,
            ExceptionTable exceptions,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.readings = readings;
        this.exceptions = exceptions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads all days that wait. */
    @Scheduled(fixedDelay = 15_000, initialDelay = 60_000)
    public void readAll() {
        while (Boolean.TRUE.equals(transaction.execute(tx -> readSome(AT_ONCE)))) {}
    }

    /** Days on which calls were due and of which nobody has told in time are read too. */
    @Scheduled(cron = "0 40 5 * * *", zone = "Europe/London")
    @Transactional
    public void overnight() {
        table.expect(Zone.dayOf(clock.instant()));
    }

    /** @return whether there may be more */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean readSome(int most) {
        List<CallDay> days = table.take(most);
        if (days.isEmpty()) return false;
        LocalDate today = Zone.dayOf(clock.instant());
        Set<CallDay> over = table.nights(days);
        Set<CallDay> around = Nights.around(days, over);
        Nights nights = new Nights(table.due(around), table.told(around), table.tolerances(around));
        Set<Long> elsewhere = table.elsewhere(around);
        List<ReadDay> read = new ArrayList<>();
        for (CallDay day : nights.withNeighbours(days, over)) {
            Tolerances tolerances = nights.allowed(day);
            boolean reported = today.isAfter(day.day().plusDays(tolerances.reportDays()));
            Reading.Day all = new Reading.Day(nights.calls(day), nights.visits(day), elsewhere, reported);
            read.add(new ReadDay(day, Reading.of(all, tolerances)));
        }
        readings.replace(read);
        exceptions.follow(read);
        return true;
    }

    /** A person's day as it reads. */
    record ReadDay(CallDay day, List<Reading> readings) {}
}
