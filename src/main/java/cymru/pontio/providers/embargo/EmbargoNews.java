package cymru.pontio.providers.embargo;

import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Unmailed;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a provider hears of an embargo on it, and commissioners of what one of them must do about it. */
@Component
class EmbargoNews implements NewsSource {
    private static final String IMPOSED = EmbargoEvents.EmbargoImposed.class.getSimpleName();
    private static final String REVIEWED = EmbargoEvents.EmbargoReviewed.class.getSimpleName();
    private static final String LIFT_ASKED = EmbargoEvents.EmbargoLiftAsked.class.getSimpleName();
    private static final String LIFTED = EmbargoEvents.EmbargoLifted.class.getSimpleName();

    private final JdbcClient jdbc;

    EmbargoNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Told(String ref, UUID provider, LocalDate review) {}

    @Override
    public Set<String> actions() {
        return Set.of(IMPOSED, REVIEWED, LIFT_ASKED, LIFTED);
    }

    @Override
    public List<News> of(String action, String subject) {
        Told one = read("where ref = ?", subject).getFirst();
        if (action.equals(LIFT_ASKED)) return List.of(council("embargo.news.liftAsked", one));
        String messageKey = action.equals(IMPOSED)
                ? "embargo.news.imposed"
                : action.equals(LIFTED) ? "embargo.news.lifted" : "embargo.news.reviewed";
        return List.of(
                News.of(NewsKind.EMBARGO, messageKey, one.ref(), null, "/standing", Readers.provider(one.provider()))
                        .on(one.review()));
    }

    @Override
    public List<News> due() {
        return read("where lifted_at is null and review_on <= (clock_timestamp() at time zone 'Europe/London')::date")
                .stream()
                .map(one -> council("embargo.news.review", one)
                        .on(one.review())
                        .once("embargo.review " + one.ref() + " " + one.review()))
                .toList();
    }

    @Override
    public void over(Unmailed told) {
        String running = "select ref, review_on as day from providers.embargo where lifted_at is null";
        told.onlyWhere(jdbc, running, "embargo.news.imposed", "embargo.news.reviewed");
        told.onlyWhere(jdbc, running + " and lift_asked_at is not null", "embargo.news.liftAsked");
        told.onlyWhere(
                jdbc,
                running + " and review_on <= (clock_timestamp() at time zone 'Europe/London')::date",
                "embargo.news.review");
    }

    private static News council(String messageKey, Told one) {
        return News.of(
                NewsKind.EMBARGO,
                messageKey,
                one.ref(),
                null,
                "/embargoes/" + one.ref(),
                Readers.council(Role.COMMISSIONER));
    }

    private List<Told> read(String where, Object... params) {
        return jdbc.sql("select ref, provider_id as provider, review_on as review from providers.embargo " + where
                        + " order by ref limit 1000")
                .params(params)
                .query(Told.class)
                .list();
    }
}
