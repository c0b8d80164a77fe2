package cymru.pontio.rates;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands in the rates' tables. */
@Component
class RateBook {
    private final JdbcClient jdbc;

    RateBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A bound of rates with its days. */
    record DatedEnvelope(
            DateRange valid, Envelope envelope, @Nullable String change) {}

    /** A figure below which home care is said not to be sustainable. */
    record Minimum(String nation, Money rate, DateRange valid, String source) {}

    /** @param locality none means everywhere */
    record OpenException(@Nullable String locality, Money highest, DateRange valid, String change) {}

    /** @param change the approved change it came from; none for the first ones */
    record FlatRate(
            FlatService service,
            Money rate,
            DateRange valid,
            @Nullable String change,
            String source) {
        public Money week() {
            return service.week(rate);
        }

        public Money year() {
            return service.year(rate);
        }

        public @Nullable LocalDate lastDay() {
            LocalDate until = valid.until();
            return until == null ? null : until.minusDays(1);
        }
    }

    record ComingZone(String locality, PriceZone zone, LocalDate from, String change) {}

    record BankHoliday(LocalDate day, String nameEn, String nameCy, String source) {}

    /** Entries that hold on some day of the period, in the order of the card. */
    List<CardEntry> card(LocalDate from, LocalDate until) {
        return entries("where e.valid && daterange(:from, :until)")
                .param("from", from)
                .param("until", until)
                .query(RateBook::entry)
                .list();
    }

    /** Every entry there ever was. */
    List<CardEntry> wholeCard() {
        return entries("").query(RateBook::entry).list();
    }

    private JdbcClient.StatementSpec entries(String where) {
        return jdbc.sql("""
                select e.*, lower(e.valid) as from_on, upper(e.valid) as until_on, c.ref as change
                from rates.card_entry e left join rates.rate_change c on c.id = e.change_id
                """ + where + """
                 order by array_position(array['SESSIONAL', 'WAKING_NIGHT', 'SITTING'], e.service), upper(e.day_classes),
                    e.zones, e.lengths, e.hands, e.layer, e.valid""");
    }

    DateRange known() {
        return jdbc.sql("""
                select greatest((select min(lower(valid)) from rates.card_entry), (select min(lower(valid)) from rates.envelope))
                        as from_on,
                    (date_trunc('year', max(day)) + interval '1 year')::date as until_on
                from rates.bank_holiday""").query((row, n) -> range(row)).single();
    }

    Set<LocalDate> bankHolidayDays() {
        return new HashSet<>(jdbc.sql("select day from rates.bank_holiday order by day")
                .query(LocalDate.class)
                .list());
    }

    List<BankHoliday> bankHolidays() {
        return jdbc.sql("select day, name_en, name_cy, source from rates.bank_holiday order by day")
                .query(BankHoliday.class)
                .list();
    }

    List<Tariff.Supplement> supplements() {
        return jdbc.sql("""
                select level, amount, lower(valid) as from_on, upper(valid) as until_on, source from rates.pledge_effect
                order by amount, level, valid""")
                .query((row, n) -> new Tariff.Supplement(
                        row.getString("level"), money(row, "amount"), range(row), row.getString("source")))
                .list();
    }

    List<DatedEnvelope> envelopes() {
        return jdbc.sql("""
                select e.floor, e.standard, e.ceiling, e.source, lower(e.valid) as from_on, upper(e.valid) as until_on,
                    c.ref as change
                from rates.envelope e left join rates.rate_change c on c.id = e.change_id order by e.valid desc""")
                .query((row, n) -> new DatedEnvelope(
                        range(row),
                        new Envelope(
                                money(row, "floor"),
                                money(row, "standard"),
                                money(row, "ceiling"),
                                row.getString("source")),
                        row.getString("change")))
                .list();
    }

    List<Minimum> minima() {
        return jdbc.sql("""
                select nation, rate, lower(valid) as from_on, upper(valid) as until_on, source from rates.published_minimum
                order by nation desc, valid desc""")
                .query((row, n) ->
                        new Minimum(row.getString("nation"), money(row, "rate"), range(row), row.getString("source")))
                .list();
    }

    /** Of nights and weeks, the latest first. */
    List<FlatRate> flatRates() {
        return jdbc.sql("""
                select e.service, e.rate, lower(e.valid) as from_on, upper(e.valid) as until_on, c.ref as change, e.source
                from rates.flat_rate e left join rates.rate_change c on c.id = e.change_id
                order by e.service desc, e.valid desc""")
                .query((row, n) -> new FlatRate(
                        FlatService.valueOf(row.getString("service")),
                        money(row, "rate"),
                        range(row),
                        row.getString("change"),
                        row.getString("source")))
                .list();
    }

    /** Changes of zone that are still to come, the next first. */
    List<ComingZone> comingZones(LocalDate after) {
        return jdbc.sql("""
                select z.locality, z.zone, lower(z.valid) as from_on, c.ref as change
                from rates.locality_zone z join rates.rate_change c on c.id = z.change_id
                where lower(z.valid) > ? order by lower(z.valid), z.locality""")
                .param(after)
                .query((row, n) -> new ComingZone(
                        row.getString("locality"),
                        PriceZone.valueOf(row.getString("zone")),
                        row.getObject("from_on", LocalDate.class),
                        row.getString("change")))
                .list();
    }

    /** The days of the period, the first among them, on which a locality comes into another zone. */
    List<LocalDate> zoneDays(String locality, DateRange period) {
        return jdbc.sql("""
                select :from::date as day union select lower(valid) from rates.locality_zone
                where locality = :locality and lower(valid) > :from and lower(valid) < :until order by day""")
                .param("locality", locality)
                .param("from", period.from())
                .param("until", period.until())
                .query(LocalDate.class)
                .list();
    }

    /** How each rate of the card stands to the standard rate of its first day; absent where there was none. */
    Map<UUID, BigDecimal> factors() {
        Map<UUID, BigDecimal> factors = new HashMap<>();
        jdbc.sql("""
                select e.id, round(e.rate / v.standard, 2) as factor
                from rates.card_entry e join rates.envelope v on v.valid @> lower(e.valid)""").query(row -> {
            factors.put(row.getObject("id", UUID.class), row.getBigDecimal("factor"));
        });
        return factors;
    }

    /** Those open on the day or later. */
    List<OpenException> exceptions(LocalDate from) {
        return jdbc.sql("""
                select e.locality, e.highest, lower(e.valid) as from_on, upper(e.valid) as until_on, c.ref as change
                from rates.exception e join rates.rate_change c on c.id = e.change_id
                where upper(e.valid) > ? order by e.valid, e.locality""")
                .param(from)
                .query((row, n) -> new OpenException(
                        row.getString("locality"), money(row, "highest"), range(row), row.getString("change")))
                .list();
    }

    Map<String, PriceZone> zones(LocalDate on) {
        Map<String, PriceZone> zones = new HashMap<>();
        jdbc.sql("select locality, zone from rates.locality_zone where valid @> cast(? as date)")
                .param(on)
                .query(row -> {
                    zones.put(row.getString("locality"), PriceZone.valueOf(row.getString("zone")));
                });
        return zones;
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column));
    }

    static DateRange range(ResultSet row) throws SQLException {
        return new DateRange(row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class));
    }

    private static CardEntry entry(ResultSet row, int n) throws SQLException {
        String zone = row.getString("zone");
        return new CardEntry(
                row.getObject("id", UUID.class),
                CareService.valueOf(row.getString("service")),
                zone == null ? null : PriceZone.valueOf(zone),
                row.getInt("minutes_from"),
                row.getInt("minutes_to"),
                CardDays.valueOf(row.getString("days")),
                row.getObject("workers", Integer.class),
                money(row, "rate"),
                range(row),
                row.getInt("layer"),
                row.getString("change"),
                row.getString("source"));
    }
}
