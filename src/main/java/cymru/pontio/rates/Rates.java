package cymru.pontio.rates;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.providers.pledge.Pledges;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The council's rates, each with the days on which it holds. */
@Service
public class Rates {
    /** Approval limits are in pounds a year: fifty-two weeks of the plan. */
    private static final int WEEKS = 52;

    private final JdbcClient jdbc;
    private final RateBook book;
    private final Pledges pledges;

    Rates(JdbcClient jdbc, RateBook book, Pledges pledges) {
        this.jdbc = jdbc;
        this.book = book;
        this.pledges = pledges;
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

    /**
     * What this care would cost in a year at the standard rate: workers' hours are paid, not the person's. An estimate for
     * approval, and the yardstick an award is held against; the card's own price is {@link Tariff}'s.
     */
    @Transactional(readOnly = true)
    public Money yearly(WeeklyHours hours, LocalDate on) {
        return on(on).standard().forMinutes(hours.carer().minutes()).times(WEEKS);
    }

    /** What prices visits on these days. */
    @Transactional(readOnly = true)
    public Tariff tariff(DateRange days) {
        LocalDate until = days.until() == null ? days.from().plusYears(1) : days.until();
        List<CardEntry> card = book.card(days.from(), until);
        return new Tariff(card, book.bankHolidayDays(), book.supplements(), pledges::levelOn);
    }

    /** The days that can be priced: from the first day of the card to the end of the last year with bank holidays. */
    @Transactional(readOnly = true)
    public DateRange known() {
        return book.known();
    }

    @Transactional(readOnly = true)
    public Zones zones(LocalDate on) {
        return new Zones(book.zones(on));
    }

    /** The first day of the period and those on which the locality comes into another zone. */
    @Transactional(readOnly = true)
    public List<LocalDate> zoneDays(String locality, DateRange period) {
        return book.zoneDays(locality, period);
    }

    /** The most that may be bid here today with a reason, where the council has opened the way for exceptions. */
    @Transactional(readOnly = true)
    public Optional<Money> exceptionallyUpTo(String locality, LocalDate today) {
        return book.exceptions(today).stream()
                .filter(one -> one.valid().contains(today))
                .filter(one -> one.locality() == null || one.locality().equals(locality))
                .map(RateBook.OpenException::highest)
                .max(Comparator.naturalOrder());
    }

    /** The published minimum price for home care: the latest figure held for each nation, Wales first. */
    @Transactional(readOnly = true)
    public List<MinimumPrice> minimumPrices(LocalDate on) {
        return book.minima().stream()
                .filter(one -> one.valid().contains(on))
                .map(one -> new MinimumPrice(one.nation(), one.rate(), one.source()))
                .toList();
    }
}
