package cymru.pontio.matching.plan;

import cymru.pontio.identity.Readers;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.NewsSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a provider hears because of a plan, once a person has approved it. */
@Component
class PlanNews implements NewsSource {
    private final PlanMessageTable table;

    PlanNews(PlanMessageTable table) {
        this.table = table;
    }

    @Override
    public Set<String> actions() {
        return Set.of(PlanMessages.PlanMessageSent.class.getSimpleName());
    }

    @Override
    public List<News> of(String action, String subject) {
        PlanMessageTable.Key key = table.find(new MessageRef(subject)).orElseThrow();
        return List.of(News.of(
                NewsKind.OPPORTUNITY,
                "plan.news.message",
                subject,
                null,
                "/plan-messages/" + subject,
                Readers.provider(key.provider())));
    }
}
