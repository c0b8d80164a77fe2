package cymru.pontio.adverts;

import cymru.pontio.carepackages.Cover;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The broker's lists of packages and rounds, each in the order in which they need attention. */
@Service
class BrokerDesk {
    static final int MOST_COUNTED = 1000;
    private static final int PAGE = 25;
    private static final int FILE = 20_000;
    private static final String PACKAGES =
            " from carepackages.report_sourcing s join areas.report_locality l on l.code = s.locality ";
    private static final String ROUNDS = " from adverts.advert a"
            + " join carepackages.report_sourcing s on s.care_package_id = a.care_package_id"
            + " join areas.report_locality l on l.code = a.locality ";

    private final JdbcClient jdbc;

    BrokerDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param bids how many there are, once the deadline has passed; before it nobody knows
     * @param decided a second person, or the provider, is to answer
     * @param unwanted somebody holds an offer whom the person will not have
     */
    record Row(
            String packageRef,
            @Nullable String advertRef,
            String areaEn,
            String areaCy,
            int userMinutes,
            int carerMinutes,
            long waitingDays,
            Cover cover,
            @Nullable Instant deadline,
            @Nullable Integer bids,
            boolean decided,
            boolean unwanted,
            Instant sorted) {}

    record Page(DeskTab tab, List<Row> rows, @Nullable String next) {}

    @Transactional(readOnly = true)
    public Page page(Actor actor, DeskTab tab, @Nullable Cursor after) {
        List<Row> rows = rows(actor, tab, after, PAGE + 1);
        return new Page(tab, rows.stream().limit(PAGE).toList(), rows.size() > PAGE ? next(rows.get(PAGE - 1)) : null);
    }

    /** The same without pages, for a file. */
    @Transactional(readOnly = true)
    public List<Row> all(Actor actor, DeskTab tab) {
        return rows(actor, tab, null, FILE);
    }

    private List<Row> rows(Actor actor, DeskTab tab, @Nullable Cursor after, int limit) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        String ref = tab.ofPackages() ? "s.package_ref" : "a.ref";
        boolean latestFirst = tab == DeskTab.AWARDED;
        String order = latestFirst ? " desc" : "";
        String beyond = after == null
                ? ""
                : " and (" + tab.sortedBy() + ", " + ref + ") " + (latestFirst ? "<" : ">") + " (:at, :ref)";
        var query = jdbc.sql(select(tab) + (tab.ofPackages() ? PACKAGES : ROUNDS) + " where " + tab.where() + beyond
                + " order by " + tab.sortedBy() + order + ", " + ref + order + " limit " + limit);
        if (after != null) query = query.param("at", after.timestamp()).param("ref", after.ref());
        return query.query((row, n) -> row(row)).list();
    }

    /** How much there is on each tab, never counting beyond {@link #MOST_COUNTED}. */
    @Transactional(readOnly = true)
    public Map<DeskTab, Long> counts(Actor actor, DeskTab... tabs) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        String counted = Arrays.stream(tabs).map(BrokerDesk::count).collect(Collectors.joining(", "));
        return jdbc.sql("select " + counted)
                .query((row, n) -> {
                    Map<DeskTab, Long> counts = new EnumMap<>(DeskTab.class);
                    for (int i = 0; i < tabs.length; i++) counts.put(tabs[i], row.getLong(i + 1));
                    return counts;
                })
                .single();
    }

    private static String count(DeskTab tab) {
        String from = tab.ofPackages() ? "carepackages.report_sourcing s" : "adverts.advert a";
        return "(select count(*) from (select 1 from " + from + " where " + tab.where() + " limit " + MOST_COUNTED
                + ") x)";
    }

    private static String select(DeskTab tab) {
        String round = tab.ofPackages()
                ? "null as advert_ref, null::timestamptz as deadline, null::int as bids"
                : """
                  a.ref as advert_ref, a.deadline, case when a.deadline <= clock_timestamp() or %s then
                      (select count(*) from bidding.report_bid b where b.advert_id = a.id and b.status <> 'WITHDRAWN')
                  end as bids""".formatted(DeskTab.TAKEN_UP);
        return "select s.package_ref, l.name_en, l.name_cy, s.user_minutes_week, s.carer_minutes_week, s.cover, "
                + "(now() at time zone 'Europe/London')::date - (s.waiting_since at time zone 'Europe/London')::date as days, "
                + tab.sortedBy()
                + " as sorted, exists (select from placements.report_open_award o where o.care_package_id = s.care_package_id) as decided,"
                + " exists (select from placements.report_open_award o"
                + " join carepackages.report_refusal x using (care_package_id, provider_id)"
                + " where o.care_package_id = s.care_package_id) as unwanted, " + round;
    }

    private static Row row(ResultSet row) throws SQLException {
        int bids = row.getInt("bids");
        boolean sealed = row.wasNull();
        return new Row(
                row.getString("package_ref"),
                row.getString("advert_ref"),
                row.getString("name_en"),
                row.getString("name_cy"),
                row.getInt("user_minutes_week"),
                row.getInt("carer_minutes_week"),
                row.getLong("days"),
                Cover.valueOf(row.getString("cover")),
                row.getTimestamp("deadline") == null ? null : AdvertRows.instant(row, "deadline"),
                sealed ? null : bids,
                row.getBoolean("decided"),
                row.getBoolean("unwanted"),
                AdvertRows.instant(row, "sorted"));
    }

    private static String next(Row last) {
        String ref = last.advertRef();
        return new Cursor(last.sorted(), ref == null ? last.packageRef() : ref).toString();
    }
}
