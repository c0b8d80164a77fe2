package cymru.pontio.matching;

import cymru.pontio.adverts.Adverts;
import cymru.pontio.adverts.Weights;
import cymru.pontio.adverts.WeightsInForce;
import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import cymru.pontio.providers.Lot;
import cymru.pontio.rates.Rates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is asked for in packages, through the views their room keeps, which name nobody. */
@Repository
class WorkRows {
    private static final String WANTED = "w.status in ('APPROVED', 'SOURCING', 'UNSOURCED', 'RESOURCING')";

    /** Calls that somebody holds are not asked for again. */
    private static final String FREE =
            "not exists (select from placements.report_standing_line s where s.call_line_id = c.call_line_id)";

    private static final String HELD =
            "exists (select from placements.report_held_line h where h.call_line_id = c.call_line_id and h.provider_id = :provider)";

    private final JdbcClient jdbc;
    private final Rates rates;
    private final WeightsInForce sets;
    private final Adverts adverts;

    WorkRows(JdbcClient jdbc, Rates rates, WeightsInForce sets, Adverts adverts) {
        this.jdbc = jdbc;
        this.rates = rates;
        this.sets = sets;
        this.adverts = adverts;
    }

    /** Everything a provider is sought for, by reference. */
    List<Work> wanted(LocalDate on) {
        return works(WANTED, FREE, Map.of(), on);
    }

    /** One package that was approved; none of its calls may be left. */
    List<Work> of(PackageId carePackage, LocalDate on) {
        return works("w.care_package_id = :package", FREE, Map.of("package", carePackage.value()), on);
    }

    /** What the provider gives or is to give, by reference: its own calls, as if somebody else were sought for them. */
    List<Work> heldBy(UUID provider, LocalDate on) {
        String held =
                "w.care_package_id in (select care_package_id from placements.report_held_line where provider_id = :provider)";
        return works(held, HELD, Map.of("provider", provider), on);
    }

    Set<UUID> refused(PackageId carePackage) {
        return providers("carepackages.report_refusal", carePackage);
    }

    Set<UUID> known(PackageId carePackage) {
        return providers("placements.report_known", carePackage);
    }

    private Set<UUID> providers(String view, PackageId carePackage) {
        return jdbc
                .sql("select provider_id from " + view + " where care_package_id = ?")
                .param(carePackage.value())
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    private List<Work> works(String where, String which, Map<String, ?> params, LocalDate on) {
        Map<UUID, List<AskedCall>> calls = calls(where, which, params);
        Map<UUID, Set<UUID>> refused = pairs("carepackages.report_refusal", where, params);
        Map<UUID, Set<UUID>> known = pairs("placements.report_known", where, params);
        Money ceiling = rates.on(on).ceiling();
        Map<Lot, WeightsInForce.Named> next = sets.on(on);
        Map<UUID, Weights> published = adverts.openWeights();
        return jdbc.sql("""
                select w.care_package_id, w.package_ref, w.locality, w.training, w.welsh,
                    coalesce(o.start_earliest, n.needed_from, w.start_earliest) as start_earliest,
                    coalesce(o.start_latest, n.needed_from, w.start_latest) as start_latest
                from carepackages.report_work w
                left join adverts.report_open_start o on o.care_package_id = w.care_package_id
                left join placements.report_needed_from n on n.care_package_id = w.care_package_id
                where\s""" + where + " order by w.package_ref")
                .params(params)
                .query((row, n) -> work(row, on, ceiling, next, published, calls, refused, known))
                .list();
    }

    private Map<UUID, List<AskedCall>> calls(String where, String which, Map<String, ?> params) {
        Map<UUID, List<AskedCall>> found = new HashMap<>();
        jdbc.sql("""
                select c.* from carepackages.report_asked_call c
                join carepackages.report_work w on w.care_package_id = c.care_package_id
                join carepackages.report_call today on today.call_line_id = c.call_line_id
                where\s""" + where + " and " + which + " order by c.care_package_id, c.position")
                .params(params)
                .query(row -> {
                    found.computeIfAbsent(row.getObject("care_package_id", UUID.class), id -> new ArrayList<>())
                            .add(call(row));
                });
        return found;
    }

    private Map<UUID, Set<UUID>> pairs(String view, String where, Map<String, ?> params) {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        jdbc.sql("select v.care_package_id, v.provider_id from " + view
                        + " v join carepackages.report_work w on w.care_package_id = v.care_package_id where " + where)
                .params(params)
                .query(row -> {
                    found.computeIfAbsent(row.getObject("care_package_id", UUID.class), id -> new HashSet<>())
                            .add(row.getObject("provider_id", UUID.class));
                });
        return found;
    }

    private static Work work(
            ResultSet row,
            LocalDate on,
            Money ceiling,
            Map<Lot, WeightsInForce.Named> next,
            Map<UUID, Weights> published,
            Map<UUID, List<AskedCall>> calls,
            Map<UUID, Set<UUID>> refused,
            Map<UUID, Set<UUID>> known)
            throws SQLException {
        UUID id = row.getObject("care_package_id", UUID.class);
        Lot lot = lot(calls.getOrDefault(id, List.of()));
        LocalDate earliest = row.getObject("start_earliest", LocalDate.class);
        return new Work(
                new PackageId(id),
                row.getString("package_ref"),
                lot,
                row.getString("locality"),
                Arrays.stream((String[]) row.getArray("training").getArray())
                        .map(Training::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("welsh"),
                earliest.isBefore(on) ? on : earliest,
                row.getObject("start_latest", LocalDate.class),
                ceiling,
                published.getOrDefault(id, Objects.requireNonNull(next.get(lot)).weights()),
                calls.getOrDefault(id, List.of()),
                refused.getOrDefault(id, Set.of()),
                known.getOrDefault(id, Set.of()));
    }

    /** As the broker finds it chosen when the package is advertised. */
    private static Lot lot(List<AskedCall> calls) {
        boolean night = !calls.isEmpty() && calls.stream().allMatch(call -> call.band() == Band.NIGHT);
        return night ? Lot.NIGHT : Lot.SESSIONAL;
    }

    private static AskedCall call(ResultSet row) throws SQLException {
        return new AskedCall(
                row.getObject("call_line_id", UUID.class),
                row.getString("days"),
                Band.valueOf(row.getString("band")),
                row.getObject("window_from", LocalTime.class),
                row.getObject("window_to", LocalTime.class),
                row.getInt("minutes"),
                row.getInt("workers"),
                row.getBoolean("time_critical"),
                WorkerGender.valueOf(row.getString("worker_gender")));
    }
}
