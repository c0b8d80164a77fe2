package cymru.pontio.rates;

import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters approved changes. What a new rate takes the place of ends the day before; what was planned for later and would
 * stand in its way goes, because it has not begun. An adjustment ends nothing: it stands a layer above.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RateLedger {
    /** The same box as the change's, or one that has some visit in common with it. */
    private static final String IN_THE_WAY = """
            e.service = c.service
            and (e.zone is null or c.zone is null or e.zone = c.zone)
            and e.minutes_from <= c.minutes_to and c.minutes_from <= e.minutes_to
            and (e.workers is null or c.workers is null or e.workers = c.workers)
            and e.day_classes && case c.days when 'EVERY_DAY' then '[1,4]'::int4range
                when 'ORDINARY_DAYS' then '[1,3]'::int4range when 'WEEKDAYS' then '[1,1]'::int4range
                when 'WEEKEND' then '[2,3]'::int4range when 'SATURDAYS' then '[2,2]'::int4range
                when 'SUNDAYS' then '[3,3]'::int4range else '[4,4]'::int4range end
            and e.valid && daterange(c.from_on, c.until_on)
            """;

    private final JdbcClient jdbc;
    private final RateBook book;

    RateLedger(JdbcClient jdbc, RateBook book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    void enter(RateChange change) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('rates.book'))").query(rows -> {});
        try {
            switch (change.kind()) {
                case CARD -> card(change.id());
                case ADJUSTMENT -> adjustment(change.id());
                case ENVELOPE -> envelope(change.id());
                case EXCEPTION -> exception(change.id());
                case PLEDGE -> pledge(change.id());
                case MINIMUM -> minimum(change.id());
                case CLOSING -> closing(change.id(), change.terms());
                case ZONE -> zone(change.id());
                case FLAT -> flat(change.id());
            }
        } catch (DataIntegrityViolationException e) {
            throw new RuleBroken("rates.error.overlap");
        }
    }

    /** Entries that would end, or that an adjustment would stand above. */
    @Transactional(propagation = Propagation.SUPPORTS)
    List<CardEntry> affected(RateChange change) {
        Set<UUID> ids = jdbc
                .sql("select e.id from rates.card_entry e join rates.rate_change c on c.id = ? where " + IN_THE_WAY)
                .param(change.id())
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
        return book.wholeCard().stream()
                .filter(entry -> ids.contains(entry.id()))
                .toList();
    }

    private void card(UUID change) {
        makeRoom("rates.card_entry", "e.layer = 0 and " + IN_THE_WAY, change);
        insert("""
                insert into rates.card_entry (service, zone, minutes_from, minutes_to, days, workers, rate, valid, change_id, source)
                select service, zone, minutes_from, minutes_to, days, workers, rate, daterange(from_on, null), id, source
                from rates.rate_change where id = ?""", change);
    }

    private void adjustment(UUID change) {
        insert("""
                insert into rates.card_entry (service, zone, minutes_from, minutes_to, days, workers, rate, valid, layer, change_id, source)
                select c.service, c.zone, c.minutes_from, c.minutes_to, c.days, c.workers, c.rate, daterange(c.from_on, c.until_on),
                    1 + coalesce((select max(e.layer) from rates.card_entry e where\s""" + IN_THE_WAY + """
                    ), 0), c.id, c.source
                from rates.rate_change c where c.id = ?""", change);
    }

    private void envelope(UUID change) {
        makeRoom("rates.envelope", "e.valid && daterange(c.from_on, null)", change);
        insert("""
                insert into rates.envelope (valid, floor, standard, ceiling, source, change_id)
                select daterange(from_on, null), floor, rate, ceiling, source, id from rates.rate_change where id = ?""", change);
    }

    private void pledge(UUID change) {
        makeRoom("rates.pledge_effect", "e.level = c.level and e.valid && daterange(c.from_on, null)", change);
        insert("""
                insert into rates.pledge_effect (level, amount, valid, source, change_id)
                select level, rate, daterange(from_on, null), source, id from rates.rate_change where id = ?""", change);
    }

    private void minimum(UUID change) {
        makeRoom("rates.published_minimum", "e.nation = c.nation and e.valid && daterange(c.from_on, null)", change);
        insert("""
                insert into rates.published_minimum (nation, rate, valid, source, change_id)
                select nation, rate, daterange(from_on, null), source, id from rates.rate_change where id = ?""", change);
    }

    private void exception(UUID change) {
        insert("""
                insert into rates.exception (locality, highest, valid, change_id)
                select locality, rate, daterange(from_on, until_on), id from rates.rate_change where id = ?""", change);
    }

    /** What is open on the day ends before it; what would open later does not. */
    private void closing(UUID change, RateTerms terms) {
        if (!closable(terms.locality(), terms.fromOn())) throw new RuleBroken("rates.error.closed");
        makeRoom(
                "rates.exception",
                "e.locality is not distinct from c.locality and e.valid && daterange(c.from_on, null)",
                change);
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean closable(@Nullable String locality, LocalDate from) {
        return book.exceptions(from).stream().anyMatch(one -> Objects.equals(one.locality(), locality));
    }

    private void zone(UUID change) {
        makeRoom("rates.locality_zone", "e.locality = c.locality and e.valid && daterange(c.from_on, null)", change);
        insert("""
                insert into rates.locality_zone (locality, zone, valid, change_id)
                select locality, zone, daterange(from_on, null), id from rates.rate_change where id = ?""", change);
    }

    private void flat(UUID change) {
        makeRoom("rates.flat_rate", "e.service = c.flat and e.valid && daterange(c.from_on, null)", change);
        insert("""
                insert into rates.flat_rate (service, rate, valid, source, change_id)
                select flat, rate, daterange(from_on, null), source, id from rates.rate_change where id = ?""", change);
    }

    private void makeRoom(String table, String inTheWay, UUID change) {
        String matched = " from rates.rate_change c where c.id = ? and " + inTheWay;
        jdbc.sql("delete from " + table + " e using rates.rate_change c where c.id = ? and " + inTheWay
                        + " and lower(e.valid) >= c.from_on")
                .param(change)
                .update();
        jdbc.sql("update " + table + " e set valid = daterange(lower(e.valid), c.from_on)" + matched)
                .param(change)
                .update();
    }

    private void insert(String sql, UUID change) {
        int entered = jdbc.sql(sql).param(Objects.requireNonNull(change)).update();
        if (entered != 1) throw new IllegalStateException("a change is entered once: " + change);
    }
}
