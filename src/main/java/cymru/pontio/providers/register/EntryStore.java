package cymru.pontio.providers.register;

import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register itself, as files are compared with it and taken over into it. */
@Component
class EntryStore {
    private static final int BATCH = 500;
    private static final List<Column> KEPT = Arrays.stream(Column.values())
            .filter(column -> column != Column.REGISTRATION && !column.isRating())
            .toList();
    private static final String NAMES = KEPT.stream().map(Column::sql).collect(Collectors.joining(", "));
    private static final String UPSERT =
            "insert into providers.register_entry (id, regulator, registration, first_seen_on, "
                    + NAMES + ") values (?, ?, ?, ?, "
                    + KEPT.stream().map(EntryStore::place).collect(Collectors.joining(", "))
                    + ") on conflict (regulator, registration) do update set vanished_on = null, "
                    + KEPT.stream().map(c -> c.sql() + " = excluded." + c.sql()).collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EntryStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param gone numbers of those that had vanished */
    record Known(long version, Map<String, ServiceEntry> entries, Set<String> gone) {}

    /** One statement for the version and one for the rest: a version read first can only be too old, and is then refused. */
    Known known(Regulator regulator) {
        long version = version(regulator, "");
        Map<String, Map<Column, String>> ratings = ratings(regulator);
        Map<String, ServiceEntry> entries = new LinkedHashMap<>();
        Set<String> gone = new HashSet<>();
        jdbc.sql("select registration, vanished_on, " + NAMES
                        + " from providers.register_entry where regulator = ? order by registration")
                .param(regulator.name())
                .query(row -> {
                    ServiceEntry entry = entry(row, ratings);
                    entries.put(entry.registration(), entry);
                    if (row.getObject("vanished_on") != null) gone.add(entry.registration());
                });
        return new Known(version, entries, gone);
    }

    /** Takes the register for this transaction; refused if it is no longer as it was compared with. */
    void hold(Regulator regulator, long expected) {
        if (version(regulator, " for update") != expected) throw new RuleBroken("register.error.changedMeanwhile");
    }

    void apply(Regulator regulator, List<ServiceEntry> entries, List<String> vanished, Instant now, LocalDate today) {
        batches.batchUpdate(UPSERT, entries, BATCH, (row, one) -> {
            row.setObject(1, Ids.next());
            row.setString(2, regulator.name());
            row.setString(3, one.registration());
            row.setObject(4, today);
            for (int i = 0; i < KEPT.size(); i++) row.setString(5 + i, one.get(KEPT.get(i)));
        });
        batches.batchUpdate("""
                delete from providers.register_rating r using providers.register_entry e
                where e.id = r.entry_id and e.regulator = ? and e.registration = ?""", entries, BATCH, (row, one) -> {
            row.setString(1, regulator.name());
            row.setString(2, one.registration());
        });
        for (Theme theme : regulator.themes()) rate(regulator, theme, entries);
        batches.batchUpdate("""
                update providers.register_entry set vanished_on = ? where regulator = ? and registration = ?""", vanished, BATCH, (row, one) -> {
            row.setObject(1, today);
            row.setString(2, regulator.name());
            row.setString(3, one);
        });
        jdbc.sql("update providers.register_state set version = version + 1, changed_at = ? where regulator = ?")
                .params(Timestamp.from(now), regulator.name())
                .update();
    }

    private void rate(Regulator regulator, Theme theme, List<ServiceEntry> entries) {
        List<ServiceEntry> rated = entries.stream()
                .filter(one -> !one.get(theme.column()).isEmpty())
                .toList();
        batches.batchUpdate("""
                insert into providers.register_rating (entry_id, regulator, theme, rating, inspected_on, report_url)
                select e.id, e.regulator, ?, ?, e.inspected_on, e.report_url from providers.register_entry e
                where e.regulator = ? and e.registration = ?""", rated, BATCH, (row, one) -> {
            row.setString(1, theme.name());
            row.setString(2, one.get(theme.column()));
            row.setString(3, regulator.name());
            row.setString(4, one.registration());
        });
    }

    private long version(Regulator regulator, String lock) {
        return jdbc.sql("select version from providers.register_state where regulator = ?" + lock)
                .param(regulator.name())
                .query(Long.class)
                .single();
    }

    private Map<String, Map<Column, String>> ratings(Regulator regulator) {
        Map<String, Map<Column, String>> ratings = new LinkedHashMap<>();
        jdbc.sql("""
                select e.registration, r.theme, r.rating from providers.register_rating r
                join providers.register_entry e on e.id = r.entry_id where e.regulator = ?""").param(regulator.name()).query(row -> {
            ratings.computeIfAbsent(row.getString(1), key -> new EnumMap<>(Column.class))
                    .put(Theme.valueOf(row.getString(2)).column(), row.getString(3));
        });
        return ratings;
    }

    private static ServiceEntry entry(ResultSet row, Map<String, Map<Column, String>> ratings) throws SQLException {
        String registration = row.getString("registration");
        Map<Column, String> values = new EnumMap<>(Column.class);
        for (Column column : KEPT) {
            @Nullable String value = row.getString(column.sql());
            if (value != null && !value.isEmpty()) values.put(column, value);
        }
        values.putAll(ratings.getOrDefault(registration, Map.of()));
        return new ServiceEntry(registration, values);
    }

    private static String place(Column column) {
        return Column.DATES.contains(column) ? "cast(nullif(?, '') as date)" : "?";
    }
}
