package cymru.pontio.rates;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rate card with its history, its bounds and its calendar, for those who work with it. */
@Service
class RateCard {
    private final RateBook book;
    private final Clock clock;

    RateCard(RateBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** The card as it stands on a day: adjustments of days that are past stand with what is past. */
    record Card(
            LocalDate today,
            List<CardEntry> all,
            Map<UUID, BigDecimal> factors,
            Zones zones,
            List<RateBook.ComingZone> comingZones,
            List<RateBook.FlatRate> flat) {
        public List<CardEntry> now() {
            return all.stream().filter(one -> one.valid().contains(today)).toList();
        }

        public List<CardEntry> coming() {
            return all.stream().filter(one -> one.valid().from().isAfter(today)).toList();
        }

        public List<CardEntry> past() {
            return all.stream().filter(this::ended).toList();
        }

        private boolean ended(CardEntry one) {
            LocalDate last = one.lastDay();
            return last != null && last.isBefore(today);
        }
    }

    record Bounds(
            LocalDate today,
            List<RateBook.DatedEnvelope> envelopes,
            List<RateBook.OpenException> exceptions,
            List<Tariff.Supplement> supplements,
            List<RateBook.Minimum> minima) {}

    @Transactional(readOnly = true)
    public Card card(Actor actor) {
        mustRead(actor);
        LocalDate today = Zone.dayOf(clock.instant());
        return new Card(
                today,
                book.wholeCard(),
                book.factors(),
                new Zones(book.zones(today)),
                book.comingZones(today),
                book.flatRates());
    }

    @Transactional(readOnly = true)
    public Bounds bounds(Actor actor) {
        mustRead(actor);
        LocalDate today = Zone.dayOf(clock.instant());
        return new Bounds(today, book.envelopes(), book.exceptions(today), book.supplements(), book.minima());
    }

    @Transactional(readOnly = true)
    public List<RateBook.BankHoliday> bankHolidays(Actor actor) {
        mustRead(actor);
        return book.bankHolidays();
    }

    private static void mustRead(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.FINANCE, Role.BROKER);
    }
}
