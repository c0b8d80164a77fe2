package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open adverts for a provider: those in its own patches and kinds of work for which nobody else is asked first, the next to close first. The
 * council's own team sees those for which it is asked first.
 */
@Service
class Opportunities {
    private static final int PAGE = 25;
    private static final int FILE = 5000;
    private static final String OPEN = """
            from adverts.advert a join areas.report_locality l on l.code = a.locality
            where a.status = 'OPEN' and a.deadline > clock_timestamp()
              and (a.locality = any(:open) and a.lot = any(:lots) and not exists (select from adverts.held h where h.advert_id = a.id)
                or exists (select from adverts.route r where r.advert_id = a.id and r.holder = :provider))
              and not exists (select from adverts.taken_up t where t.advert_id = a.id)
              and not exists (select from placements.report_not_shown x
                  where x.care_package_id = a.care_package_id and x.provider_id = :provider)
              and (:area = '' or a.locality = :area) and (:welsh = '' or a.welsh = :welsh)
              and (:band = '' or exists (select 1 from adverts.advert_line i where i.advert_id = a.id and i.band = :band))
              and (:two = '' or (:two = 'yes') = exists (select 1 from adverts.advert_line i where i.advert_id = a.id and i.workers = 2))""";

    private final JdbcClient jdbc;
    private final Providers providers;
    private final AdvertRows adverts;
    private final OwnFit fit;

    Opportunities(JdbcClient jdbc, Providers providers, AdvertRows adverts, OwnFit fit) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.adverts = adverts;
        this.fit = fit;
    }

    /**
     * @param fresh published within the last day
     * @param first nobody else sees it yet
     * @param answer what the provider that reads has answered: BID or DECLINED; none yet
     */
    record Row(
            String ref,
            String areaEn,
            String areaCy,
            Lot lot,
            String ageBand,
            int userMinutes,
            int carerMinutes,
            boolean twoWorkers,
            String welsh,
            LocalDate startEarliest,
            LocalDate startLatest,
            boolean urgent,
            boolean fresh,
            boolean first,
            @Nullable String answer,
            Instant deadline) {}

    /** @param own how it suits the provider that reads */
    record Marked(Row row, OwnFit.Mark own) {}

    record Page(List<Marked> rows, @Nullable String next) {}

    private static final Comparator<Marked> BEST = Comparator.comparing(
                    (Marked one) -> !one.own().mayBid())
            .thenComparing(Comparator.comparingDouble((Marked one) -> one.own().share())
                    .reversed())
            .thenComparing(one -> one.row().deadline())
            .thenComparing(one -> one.row().ref());

    /** @param byFit the best fit first, in place of the next to close */
    @Transactional(readOnly = true)
    public Page page(Actor actor, OpportunityFilter filter, boolean byFit, @Nullable Cursor after) {
        if (byFit) return pageByFit(actor, filter, after);
        List<Row> rows = rows(actor, filter, after, PAGE + 1);
        if (rows.size() <= PAGE) return new Page(marked(actor, rows), null);
        return new Page(marked(actor, rows.subList(0, PAGE)), cursor(rows.get(PAGE - 1)));
    }

    /** The same rows for a file. */
    @Transactional(readOnly = true)
    public List<Marked> all(Actor actor, OpportunityFilter filter, boolean byFit) {
        List<Marked> all = marked(actor, rows(actor, filter, null, FILE));
        return byFit ? all.stream().sorted(BEST).toList() : all;
    }

    /** How well it fits stands in no table: all are judged, and the page goes on after the last one shown. */
    private Page pageByFit(Actor actor, OpportunityFilter filter, @Nullable Cursor after) {
        List<Marked> all = all(actor, filter, true);
        int from = 0;
        for (int i = 0; i < all.size(); i++)
            if (after != null && all.get(i).row().ref().equals(after.ref())) from = i + 1;
        int until = Math.min(all.size(), from + PAGE);
        String next = until < all.size() ? cursor(all.get(until - 1).row()) : null;
        return new Page(all.subList(from, until), next);
    }

    private List<Marked> marked(Actor actor, List<Row> rows) {
        List<AdvertFacts> facts = adverts.byRefs(rows.stream().map(Row::ref).toList());
        Map<String, AdvertId> ids =
                facts.stream().collect(Collectors.toMap(one -> one.ref().value(), AdvertFacts::id));
        Map<AdvertId, OwnFit.Mark> marks = fit.of(actor.organisation(), facts);
        return rows.stream()
                .map(row -> new Marked(row, Objects.requireNonNull(marks.get(ids.get(row.ref())))))
                .toList();
    }

    private static String cursor(Row last) {
        return new Cursor(last.deadline(), last.ref()).toString();
    }

    @Transactional(readOnly = true)
    public long count(Actor actor) {
        return query(
                        "select count(*) from (select 1 " + OPEN + " limit 1000) x",
                        actor,
                        new OpportunityFilter("", "", "", ""))
                .query(Long.class)
                .single();
    }

    /** What the provider is, on which it depends which adverts it sees. */
    ProviderView own(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        return providers.view(actor.organisation());
    }

    private List<Row> rows(Actor actor, OpportunityFilter filter, @Nullable Cursor after, int most) {
        String sql = """
                select a.ref, l.name_en, l.name_cy, a.lot, a.age_band, a.user_minutes_week, a.carer_minutes_week, a.welsh,
                    a.start_earliest, a.start_latest, a.urgent, a.deadline,
                    a.published_at > clock_timestamp() - interval '24 hours' as fresh,
                    exists (select from adverts.held h where h.advert_id = a.id) as first,
                    (select o.answer from bidding.report_own_answer o where o.advert_id = a.id and o.provider_id = :provider limit 1)
                        as answer,
                    exists (select 1 from adverts.advert_line i where i.advert_id = a.id and i.workers = 2) as two
                """ + OPEN + (after == null ? "" : " and (a.deadline, a.ref) > (:at, :ref)")
                + " order by a.deadline, a.ref limit " + most;
        var query = query(sql, actor, filter);
        if (after != null) query = query.param("at", after.timestamp()).param("ref", after.ref());
        return query.query((row, n) -> row(row)).list();
    }

    private JdbcClient.StatementSpec query(String sql, Actor actor, OpportunityFilter filter) {
        ProviderView own = own(actor);
        return jdbc.sql(sql)
                .param("open", actor.ofProvider() ? own.patches().toArray(String[]::new) : new String[0])
                .param("lots", AdvertRows.names(own.lots()))
                .param("provider", actor.organisation())
                .param("area", filter.area())
                .param("welsh", filter.welsh())
                .param("band", filter.band())
                .param("two", filter.twoWorkers());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("ref"),
                row.getString("name_en"),
                row.getString("name_cy"),
                Lot.valueOf(row.getString("lot")),
                row.getString("age_band"),
                row.getInt("user_minutes_week"),
                row.getInt("carer_minutes_week"),
                row.getBoolean("two"),
                row.getString("welsh"),
                row.getObject("start_earliest", LocalDate.class),
                row.getObject("start_latest", LocalDate.class),
                row.getBoolean("urgent"),
                row.getBoolean("fresh"),
                row.getBoolean("first"),
                row.getString("answer"),
                AdvertRows.instant(row, "deadline"));
    }
}
