package cymru.pontio.matching;

import cymru.pontio.matching.Supplier.Leaving;
import cymru.pontio.matching.Supplier.Spare;
import cymru.pontio.matching.Supplier.Staff;
import cymru.pontio.matching.Supplier.Standing;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.capacity.Slot;
import cymru.pontio.providers.capacity.SpareHours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is known of providers, all at once. Other rooms' rows are read through the views they keep for that. */
@Repository
class MarketRows {
    private final JdbcClient jdbc;
    private final Providers providers;
    private final SpareHours spare;

    MarketRows(JdbcClient jdbc, Providers providers, SpareHours spare) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.spare = spare;
    }

    /** Agencies and the council's own team, by name. Micro-enterprises do not bid: people choose them. */
    List<Supplier> suppliers() {
        Map<UUID, SpareHours.Declared> declared = spare.declared();
        Map<UUID, Map<String, Staff>> staff = staff();
        Map<UUID, Map<String, Standing>> now = now();
        Map<UUID, Integer> lead = lead();
        Map<UUID, Leaving> leaving = leaving();
        return providers.all().stream()
                .filter(one -> one.kind() != ProviderKind.MICRO)
                .map(one -> supplier(one, declared, staff, now, lead, leaving))
                .toList();
    }

    /** These, micro-enterprises among them: what is known of those is only what they were let in for. */
    List<Supplier> suppliers(Set<UUID> wanted) {
        Map<UUID, Supplier> all = suppliers().stream().collect(Collectors.toMap(Supplier::id, Function.identity()));
        return wanted.stream()
                .map(id -> all.containsKey(id) ? Objects.requireNonNull(all.get(id)) : Supplier.of(providers.view(id)))
                .toList();
    }

    Supplier supplier(UUID provider) {
        return suppliers(Set.of(provider)).getFirst();
    }

    private static Supplier supplier(
            ProviderView one,
            Map<UUID, SpareHours.Declared> declared,
            Map<UUID, Map<String, Staff>> staff,
            Map<UUID, Map<String, Standing>> now,
            Map<UUID, Integer> lead,
            Map<UUID, Leaving> leaving) {
        return new Supplier(
                one,
                spare(declared.get(one.id())),
                staff.getOrDefault(one.id(), Map.of()),
                now.getOrDefault(one.id(), Map.of()),
                lead.get(one.id()),
                leaving.getOrDefault(one.id(), Leaving.NOTHING));
    }

    private static Spare spare(SpareHours.@Nullable Declared declared) {
        if (declared == null) return Spare.NONE;
        Map<String, int[]> left = new HashMap<>();
        declared.left()
                .forEach((Slot slot, Integer minutes) ->
                        left.computeIfAbsent(slot.locality(), code -> new int[Spare.SLOTS])[
                                Spare.index(slot.part(), slot.workers())] = minutes);
        return new Spare(declared.freshness(), declared.on(), left);
    }

    private Map<UUID, Map<String, Staff>> staff() {
        Map<UUID, Map<String, Staff>> found = new HashMap<>();
        jdbc.sql("select * from providers.report_staff").query(row -> {
            found.computeIfAbsent(row.getObject("provider_id", UUID.class), id -> new HashMap<>())
                    .put(
                            row.getString("locality"),
                            new Staff(
                                    row.getInt("workers"),
                                    row.getInt("women"),
                                    row.getInt("men"),
                                    row.getInt("unstated"),
                                    row.getInt("speakers")));
        });
        return found;
    }

    private Map<UUID, Map<String, Standing>> now() {
        Map<UUID, Map<String, Standing>> found = new HashMap<>();
        jdbc.sql("select * from placements.report_running").query(row -> {
            int pence = row.getBigDecimal("rate").movePointRight(2).intValueExact();
            found.computeIfAbsent(row.getObject("provider_id", UUID.class), id -> new HashMap<>())
                    .put(row.getString("locality"), new Standing(row.getInt("user_minutes_week"), pence));
        });
        found.values().forEach(patches -> patches.put(Supplier.ALL, all(patches)));
        return found;
    }

    /** Over the county, each user minute weighing alike. */
    private static Standing all(Map<String, Standing> patches) {
        long minutes = 0;
        long paid = 0;
        for (Standing one : patches.values()) {
            minutes += one.minutes();
            paid += (long) one.minutes() * one.pence();
        }
        int mean = BigDecimal.valueOf(paid)
                .divide(BigDecimal.valueOf(minutes), 0, RoundingMode.HALF_UP)
                .intValueExact();
        return new Standing((int) minutes, mean);
    }

    private Map<UUID, Leaving> leaving() {
        Map<UUID, Leaving> found = new HashMap<>();
        jdbc.sql("select provider_id, bool_or(moved) as all, array_agg(distinct care_package_id) as packages,"
                        + " coalesce(array_agg(distinct care_package_id) filter (where taken), '{}') as taken"
                        + " from placements.report_leaving group by provider_id")
                .query(row -> {
                    Set<UUID> packages =
                            Set.of((UUID[]) row.getArray("packages").getArray());
                    Set<UUID> taken = Set.of((UUID[]) row.getArray("taken").getArray());
                    found.put(
                            row.getObject("provider_id", UUID.class),
                            new Leaving(row.getBoolean("all"), packages, taken));
                });
        return found;
    }

    private Map<UUID, Integer> lead() {
        Map<UUID, Integer> found = new HashMap<>();
        jdbc.sql("select provider_id, days from placements.report_lead").query(row -> {
            found.put(row.getObject("provider_id", UUID.class), row.getInt("days"));
        });
        return found;
    }
}
