package cymru.pontio.adverts;

import cymru.pontio.adverts.AdvertReach.Reached;
import cymru.pontio.identity.Readers;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import cymru.pontio.site.Unmailed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What providers hear of rounds, and brokers of questions about them. */
@Component
class AdvertNews implements NewsSource {
    private static final String PUBLISHED = Publishing.AdvertPublished.class.getSimpleName();
    private static final String LET_GO = Adverts.FirstRefusalDeclined.class.getSimpleName();
    private static final String HOLD_ENDED = FirstRefusals.FirstRefusalEnded.class.getSimpleName();
    private static final String EXTENDED = Extensions.DeadlineExtended.class.getSimpleName();
    private static final String CANCELLED = Adverts.RoundCancelled.class.getSimpleName();
    private static final String ASKED = Questions.QuestionAsked.class.getSimpleName();
    private static final String ANSWERED = Answers.QuestionAnswered.class.getSimpleName();

    private final AdvertReach reach;
    private final SavedSearches searches;
    private final JdbcClient jdbc;

    AdvertNews(AdvertReach reach, SavedSearches searches, JdbcClient jdbc) {
        this.reach = reach;
        this.searches = searches;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> actions() {
        return Set.of(PUBLISHED, LET_GO, HOLD_ENDED, EXTENDED, CANCELLED, ASKED, ANSWERED);
    }

    @Override
    public List<News> of(String action, String subject) {
        if (action.equals(CANCELLED)) return cancelled(subject).stream().toList();
        if (action.equals(ASKED)) return asked(subject).stream().toList();
        Optional<Reached> reached = reach.of(new AdvertRef(subject));
        if (reached.isEmpty()) return List.of();
        if (action.equals(EXTENDED)) return List.of(told(reached.get(), NewsKind.CHANGED, "adverts.news.extended"));
        if (action.equals(ANSWERED)) return List.of(told(reached.get(), NewsKind.ANSWER, "adverts.news.answered"));
        return opened(List.of(reached.get()));
    }

    /** Those who may see a round only now, because somebody else was asked first or because they are new in the patch. */
    @Override
    public List<News> due() {
        return opened(reach.recent());
    }

    @Override
    public void over(Unmailed told) {
        reach.over(told, "adverts.news.opened", "adverts.news.extended", "adverts.news.answered");
        told.onlyWhere(jdbc, """
                select a.ref from adverts.advert a where a.status = 'OPEN'
                  and exists (select from adverts.question q where q.advert_id = a.id and q.answer is null)""", "adverts.news.asked");
    }

    private List<News> opened(List<Reached> rounds) {
        Map<UUID, Set<UUID>> without = searches.without(
                rounds.stream().map(round -> round.id().value()).toList());
        return rounds.stream()
                .map(round -> opened(round, without.getOrDefault(round.id().value(), Set.of())))
                .toList();
    }

    /** @param without who looks for something else */
    private static News opened(Reached round, Set<UUID> without) {
        News news = told(round, NewsKind.OPPORTUNITY, "adverts.news.opened");
        return news.to(news.readers().without(without)).once("adverts.opened " + round.ref());
    }

    private static News told(Reached round, NewsKind kind, String messageKey) {
        String path = "/opportunities/" + round.ref();
        return News.of(
                        kind,
                        messageKey,
                        round.ref().value(),
                        round.locality(),
                        path,
                        Readers.providers(round.providers()))
                .at(round.deadline());
    }

    /** Whoever could see it, and no longer can. */
    private Optional<News> cancelled(String ref) {
        return jdbc.sql("""
                select a.locality, array(
                    select p.id from providers.provider p
                    where not exists (select from placements.report_not_shown x
                        where x.care_package_id = a.care_package_id and x.provider_id = p.id)
                      and (exists (select from adverts.route r where r.advert_id = a.id and r.holder = p.id)
                      or p.kind <> 'INHOUSE'
                        and exists (select from providers.patch t where t.provider_id = p.id and t.locality = a.locality)
                        and exists (select from providers.accreditation c where c.provider_id = p.id and a.lot = any (c.lots))
                        and not exists (select from adverts.route r where r.advert_id = a.id and r.holds_until > a.ended_at)
                        and not exists (select from adverts.taken_up t where t.advert_id = a.id))) as providers
                from adverts.advert a where a.ref = :ref and a.status = 'CANCELLED'""")
                .param("ref", ref)
                .query((row, n) -> News.of(
                        NewsKind.CHANGED,
                        "adverts.news.cancelled",
                        ref,
                        row.getString("locality"),
                        "/opportunities",
                        Readers.providers(reach.able(new AdvertRef(ref), Set.of((UUID[])
                                row.getArray("providers").getArray())))))
                .optional();
    }

    /** Not by whom. */
    private Optional<News> asked(String ref) {
        return jdbc.sql("""
                select a.locality, p.ref as package, a.questions_until
                from adverts.advert a join carepackages.care_package p on p.id = a.care_package_id where a.ref = ?""")
                .param(ref)
                .query((row, n) -> News.of(
                                NewsKind.QUESTION,
                                "adverts.news.asked",
                                ref,
                                row.getString("locality"),
                                "/packages/" + row.getString("package") + "/questions",
                                Readers.council(Role.BROKER))
                        .at(AdvertRows.instant(row, "questions_until")))
                .optional();
    }
}
