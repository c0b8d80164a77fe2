package cymru.pontio.notifications;

import cymru.pontio.site.News;
import cymru.pontio.site.NewsSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Asks the rooms what there is to tell and to whom, and puts it into the inboxes. */
@Component
class Telling {
    private final List<NewsSource> sources;
    private final Inboxes inboxes;

    Telling(List<NewsSource> sources, Inboxes inboxes) {
        this.sources = sources;
        this.inboxes = inboxes;
    }

    /** After the commit, in a transaction of its own. Handed over again, it tells nobody twice. */
    @ApplicationModuleListener
    void tell(Happened what) {
        List<News> news = new ArrayList<>();
        for (NewsSource source : sources) {
            if (!source.actions().contains(what.action())) continue;
            for (News one : source.of(what.action(), what.subject()))
                news.add(one.key() == null ? one.once(what.id() + " " + one.messageKey() + " " + news.size()) : one);
        }
        inboxes.tell(news, Set.of(what.by()));
    }

    /** What became news by the clock. */
    void tellDue() {
        Set<UUID> nobody = Set.of();
        for (NewsSource source : sources) inboxes.tell(source.due(), nobody);
    }
}
