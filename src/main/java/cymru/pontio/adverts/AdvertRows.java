package cymru.pontio.adverts;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.ShortReason;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.carepackages.Training;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.providers.Lot;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of adverts and their lines, read and locked. */
@Repository
class AdvertRows {
    private static final String SELECT = """
            select a.*, coalesce(t.closed_at, a.deadline) as closes, h.holds_until,
                a.status <> 'OPEN' or coalesce(t.closed_at, a.deadline) <= clock_timestamp() as closed
            from adverts.advert a left join adverts.taken_up t on t.advert_id = a.id
            left join adverts.held h on h.advert_id = a.id\s""";

    private final JdbcClient jdbc;

    AdvertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AdvertFacts byId(AdvertId id) {
        return one("where a.id = :id", Map.of("id", id.value())).orElseThrow(NotFound::new);
    }

    Optional<AdvertFacts> latest(PackageId carePackage) {
        return one(
                "where a.care_package_id = :package order by a.round desc limit 1",
                Map.of("package", carePackage.value()));
    }

    /**
     * Visible to a provider: open in one of its patches and its kinds of work, and for a day more as closed, so that a bid that comes too late is
     * told so, but not while another is asked first nor once that one has taken it; for the one asked first alike, whatever
     * its patches; or bid for by it and neither decided for another nor given up. Whom the person will not have, and from
     * whom the council takes the person’s care, sees nothing of it, which is all it learns.
     * Other rooms' rows are read through the view they keep for that.
     */
    Optional<AdvertFacts> forProvider(AdvertRef ref, UUID provider, Set<String> patches, Set<Lot> lots) {
        return one(
                """
                where a.ref = :ref and (
                    (not exists (select from placements.report_not_shown x
                        where x.care_package_id = a.care_package_id and x.provider_id = :provider) and a.status = 'OPEN' and a.deadline > clock_timestamp() - interval '1 day' and (
                        exists (select from adverts.route r where r.advert_id = a.id and r.holder = :provider)
                        or a.locality = any(:patches) and a.lot = any(:lots) and t.closed_at is null
                            and not exists (select from adverts.held h where h.advert_id = a.id)))
                    or exists (select 1 from bidding.report_bid b
                        where b.advert_id = a.id and b.provider_id = :provider
                          and ((a.status = 'OPEN' and b.status <> 'WITHDRAWN')
                            or (a.status = 'AWARDED' and b.status = 'SUCCESSFUL'))))""",
                Map.of(
                        "ref", ref.value(),
                        "provider", provider,
                        "patches", patches.toArray(String[]::new),
                        "lots", names(lots)));
    }

    List<AdvertFacts> byRefs(Collection<String> refs) {
        if (refs.isEmpty()) return List.of();
        Map<String, ?> params = Map.of("refs", refs.toArray(String[]::new));
        Map<UUID, List<AdvertLine>> lines = new HashMap<>();
        jdbc.sql("""
                select i.* from adverts.advert_line i join adverts.advert a on a.id = i.advert_id
                where a.ref = any(:refs) order by i.advert_id, i.position""").params(params).query(row -> {
            lines.computeIfAbsent(row.getObject("advert_id", UUID.class), id -> new ArrayList<>())
                    .add(line(row));
        });
        return jdbc.sql(SELECT + "where a.ref = any(:refs)")
                .params(params)
                .query((row, n) -> advert(row, lines.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    /**
     * Many may hold a round for share, one for update. What it says is read in a second statement: the first sees the row
     * as it was before the wait.
     */
    AdvertFacts lock(AdvertId id, Hold hold) {
        UUID held = jdbc.sql("select id from adverts.advert where id = :id " + hold.clause)
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        return byId(new AdvertId(held));
    }

    enum Hold {
        FOR_SHARE("for share"),
        FOR_UPDATE("for update");

        private final String clause;

        Hold(String clause) {
            this.clause = clause;
        }
    }

    void end(Actor by, AdvertId id, AdvertStatus status, @Nullable String reason) {
        jdbc.sql("""
                update adverts.advert set status = :status, ended_at = clock_timestamp(), ended_by = :by,
                    ended_reason = :reason, version = version + 1 where id = :id""")
                .param("status", status.name())
                .param("by", by.userId())
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    private Optional<AdvertFacts> one(String where, Map<String, ?> params) {
        return jdbc.sql(SELECT + where)
                .params(params)
                .query((row, n) -> advert(row, lines(row.getObject("id", UUID.class))))
                .optional();
    }

    private List<AdvertLine> lines(UUID advert) {
        return jdbc.sql("select * from adverts.advert_line where advert_id = :advert order by position")
                .param("advert", advert)
                .query((row, n) -> line(row))
                .list();
    }

    static String[] names(Set<Lot> lots) {
        return lots.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static AdvertFacts advert(ResultSet row, List<AdvertLine> lines) throws SQLException {
        return new AdvertFacts(
                new AdvertId(row.getObject("id", UUID.class)),
                new AdvertRef(row.getString("ref")),
                new PackageId(row.getObject("care_package_id", UUID.class)),
                row.getInt("round"),
                AdvertStatus.valueOf(row.getString("status")),
                Lot.valueOf(row.getString("lot")),
                row.getString("locality"),
                row.getString("age_band"),
                row.getString("need"),
                row.getString("equipment"),
                row.getString("worker_risks"),
                training(row.getArray("training")),
                row.getString("welsh"),
                row.getString("text_language"),
                Cover.valueOf(row.getString("cover_now")),
                row.getObject("start_earliest", LocalDate.class),
                row.getObject("start_latest", LocalDate.class),
                new Money(row.getBigDecimal("rate_floor")),
                new Money(row.getBigDecimal("rate_ceiling")),
                WeeklyHours.ofMinutes(row.getInt("user_minutes_week"), row.getInt("carer_minutes_week")),
                weights(row),
                row.getObject("weight_set", Integer.class),
                row.getBoolean("urgent"),
                instant(row, "published_at"),
                instant(row, "questions_until"),
                instant(row, "closes"),
                row.getTimestamp("holds_until") == null ? null : instant(row, "holds_until"),
                row.getBoolean("closed"),
                lines);
    }

    private static AdvertLine line(ResultSet row) throws SQLException {
        String shortReason = row.getString("short_reason");
        return new AdvertLine(
                row.getObject("id", UUID.class),
                row.getObject("call_line_id", UUID.class),
                row.getInt("position"),
                row.getString("days"),
                Band.valueOf(row.getString("band")),
                row.getObject("window_from", LocalTime.class),
                row.getObject("window_to", LocalTime.class),
                row.getInt("minutes"),
                row.getInt("workers"),
                row.getBoolean("time_critical"),
                Tier.valueOf(row.getString("tier")),
                shortReason == null ? null : ShortReason.valueOf(shortReason),
                WorkerGender.valueOf(row.getString("worker_gender")));
    }

    /** By package, of every round that is open. */
    Map<UUID, Weights> openWeights() {
        Map<UUID, Weights> found = new HashMap<>();
        jdbc.sql("select * from adverts.advert where status = 'OPEN'").query(row -> {
            found.put(row.getObject("care_package_id", UUID.class), weights(row));
        });
        return found;
    }

    private static Weights weights(ResultSet row) throws SQLException {
        return new Weights(
                row.getInt("weight_quality"),
                row.getInt("weight_price"),
                row.getInt("weight_start"),
                row.getInt("weight_windows"),
                row.getInt("weight_continuity"),
                row.getInt("weight_welsh"),
                row.getInt("weight_capacity"),
                row.getInt("weight_run"));
    }

    private static Set<Training> training(Array codes) throws SQLException {
        return Arrays.stream((String[]) codes.getArray())
                .map(Training::valueOf)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
