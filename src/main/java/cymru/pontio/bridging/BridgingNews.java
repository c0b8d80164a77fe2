package cymru.pontio.bridging;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Unmailed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the council’s own team hears of requests, and the others of its answers. */
@Component
class BridgingNews implements NewsSource {
    private static final String REQUESTED = EpisodeEvents.BridgingRequested.class.getSimpleName();
    private static final String ACCEPTED = EpisodeEvents.BridgingAccepted.class.getSimpleName();
    private static final String REFUSED = EpisodeEvents.BridgingRefused.class.getSimpleName();
    private static final String ENDED = EpisodeEvents.BridgingEnded.class.getSimpleName();
    /** The agency came for the first time: the room of placements says so. */
    private static final String STARTED = "PlacementStarted";

    private static final String EPISODE = """
            select e.ref, e.locality, p.ref as package, p.team_id as team, e.started_on as start, e.ended_on as end,
                e.review_on as review
            from bridging.episode e join carepackages.care_package p on p.id = e.care_package_id\s""";

    private final JdbcClient jdbc;

    BridgingNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Told(
            String ref,
            String locality,
            String carePackage,
            UUID team,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate review) {}

    @Override
    public Set<String> actions() {
        return Set.of(REQUESTED, ACCEPTED, REFUSED, ENDED, STARTED);
    }

    @Override
    public List<News> of(String action, String subject) {
        if (action.equals(STARTED)) return started(subject);
        Told one = read("where e.ref = ?", subject).getFirst();
        if (action.equals(REQUESTED)) return List.of(news("bridging.news.requested", one, inhouse()));
        if (action.equals(ACCEPTED)) return answered("bridging.news.accepted", one, one.start());
        if (action.equals(REFUSED)) return answered("bridging.news.refused", one, null);
        return answered("bridging.news.ended", one, one.end());
    }

    /** Part of the calls may still be the team's: whether bridging ends is for the coordinator to say. */
    private List<News> started(String placement) {
        return read("""
                        where e.status = 'ACTIVE' and e.care_package_id =
                            (select p.care_package_id from placements.report_placement p where p.ref = ?)""", placement).stream()
                .map(one -> news("bridging.news.agency", one, inhouse()))
                .toList();
    }

    @Override
    public List<News> due() {
        return read(
                        "where e.status = 'ACTIVE' and e.review_on <= (clock_timestamp() at time zone 'Europe/London')::date")
                .stream()
                .map(one -> news("bridging.news.review", one, inhouse())
                        .on(one.review())
                        .once("bridging.review " + one.ref() + " " + one.review()))
                .toList();
    }

    @Override
    public void over(Unmailed told) {
        told.onlyWhere(jdbc, "select ref from bridging.episode where status = 'REQUESTED'", "bridging.news.requested");
        told.onlyWhere(
                jdbc,
                "select ref, started_on as day from bridging.episode where status = 'ACTIVE'",
                "bridging.news.accepted",
                "bridging.news.agency",
                "bridging.news.escalated");
        told.onlyWhere(jdbc, """
                select ref, review_on as day from bridging.episode
                where status = 'ACTIVE' and review_on <= (clock_timestamp() at time zone 'Europe/London')::date""", "bridging.news.review");
    }

    private static List<News> answered(String messageKey, Told one, @Nullable LocalDate day) {
        List<News> news = new ArrayList<>();
        news.add(news(messageKey, one, Readers.council(Role.BROKER)).on(day));
        String path = "/packages/" + one.carePackage() + "/cover";
        news.add(News.of(NewsKind.BRIDGING, messageKey, one.ref(), one.locality(), path, Readers.team(one.team()))
                .on(day));
        return news;
    }

    private static News news(String messageKey, Told one, Readers readers) {
        return News.of(NewsKind.BRIDGING, messageKey, one.ref(), one.locality(), "/bridging/" + one.ref(), readers);
    }

    private static Readers inhouse() {
        return Readers.council(Role.INHOUSE_COORDINATOR);
    }

    private List<Told> read(String where, Object... params) {
        return jdbc.sql(EPISODE + where + " order by e.ref limit 1000")
                .params(params)
                .query((row, n) -> new Told(
                        row.getString("ref"),
                        row.getString("locality"),
                        row.getString("package"),
                        row.getObject("team", UUID.class),
                        row.getObject("start", LocalDate.class),
                        row.getObject("end", LocalDate.class),
                        row.getObject("review", LocalDate.class)))
                .list();
    }
}
