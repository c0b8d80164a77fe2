package cymru.pontio.matching.plan;

import cymru.pontio.matching.Because;
import cymru.pontio.matching.Cause;
import cymru.pontio.matching.Rule;
import cymru.pontio.providers.capacity.PartOfDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what would let in who is left out of a plan, and at which times of the day others are placed. */
@Component
class PlanWayTable {
    private final JdbcClient jdbc;

    PlanWayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID plan, PlanRow row) {
        for (Way.Hours one : row.otherTimes())
            jdbc.sql("""
                    insert into matching.plan_row_hours (plan_id, package_ref, part, workers, user_minutes)
                    values (?, ?, ?, ?, ?)""")
                    .params(plan, row.packageRef(), one.part().name(), one.workers(), one.userMinutes())
                    .update();
        for (int i = 0; i < row.ways().size(); i++)
            insert(plan, row.packageRef(), i + 1, row.ways().get(i));
    }

    private void insert(UUID plan, String packageRef, int place, Way way) {
        Rule rule = way.rule();
        Declined said = way.said();
        jdbc.sql("""
                insert into matching.plan_way (plan_id, package_ref, place, provider_ref, provider_name, rule, minutes, pence,
                    because, found, said_times, said_band, said_reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        plan,
                        packageRef,
                        place,
                        way.ref(),
                        way.name(),
                        rule == null ? null : rule.name(),
                        way.minutes(),
                        way.pence(),
                        way.causes().isEmpty()
                                ? null
                                : way.causes().getFirst().because().name(),
                        Cause.written(way.causes()).toArray(String[]::new),
                        said == null ? null : said.times(),
                        said == null ? null : said.band(),
                        said == null ? null : said.reason()))
                .update();
        for (Way.Hours more : way.more())
            jdbc.sql("""
                    insert into matching.plan_way_hours (plan_id, package_ref, place, part, workers, user_minutes)
                    values (?, ?, ?, ?, ?, ?)""")
                    .params(plan, packageRef, place, more.part().name(), more.workers(), more.userMinutes())
                    .update();
    }

    /** By package, the easiest first. */
    Map<String, List<Way>> of(String ref) {
        Map<String, List<Way.Hours>> more = hours(ref, "h.package_ref || ' ' || h.place", "plan_way_hours");
        Map<String, List<Way>> ways = new HashMap<>();
        jdbc.sql("""
                select w.*, w.package_ref || ' ' || w.place as way
                from matching.plan_way w join matching.plan p on p.id = w.plan_id where p.ref = ? order by w.package_ref, w.place""").param(ref).query(row -> {
            ways.computeIfAbsent(row.getString("package_ref"), key -> new ArrayList<>())
                    .add(way(row, more.getOrDefault(row.getString("way"), List.of())));
        });
        return ways;
    }

    /** By package, of those of which some calls lie at other parts of the day than asked. */
    Map<String, List<Way.Hours>> otherTimes(String ref) {
        return hours(ref, "h.package_ref", "plan_row_hours");
    }

    /** In the order of the day. */
    private Map<String, List<Way.Hours>> hours(String ref, String whose, String table) {
        Map<String, List<Way.Hours>> hours = new HashMap<>();
        jdbc.sql("select " + whose + " as whose, h.part, h.workers, h.user_minutes from matching." + table + """
                 h join matching.plan p on p.id = h.plan_id where p.ref = ?
                order by 1, array_position(array['MORNING', 'LUNCH', 'TEA', 'BED', 'NIGHT'], h.part), h.workers""")
                .param(ref)
                .query(row -> {
                    hours.computeIfAbsent(row.getString("whose"), key -> new ArrayList<>())
                            .add(new Way.Hours(
                                    PartOfDay.valueOf(row.getString("part")),
                                    row.getInt("workers"),
                                    row.getInt("user_minutes")));
                });
        return hours;
    }

    private static Way way(ResultSet row, List<Way.Hours> more) throws SQLException {
        String rule = row.getString("rule");
        String because = row.getString("because");
        List<String> found = List.of((String[]) row.getArray("found").getArray());
        return new Way(
                row.getString("provider_ref"),
                row.getString("provider_name"),
                rule == null ? null : Rule.valueOf(rule),
                because == null ? List.of() : Cause.read(Because.valueOf(because), found),
                row.getInt("minutes"),
                more,
                row.getLong("pence"),
                said(row));
    }

    static @Nullable Declined said(ResultSet row) throws SQLException {
        if (row.getString("said_band") == null) return null;
        return new Declined(row.getInt("said_times"), row.getString("said_band"), row.getString("said_reason"));
    }
}
