package cymru.pontio.notifications;

import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Ids;
import cymru.pontio.site.NewsSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears everything that happens and keeps what is news to somebody, in the transaction in which it happened: so nothing is
 * told of what was undone, and nothing is forgotten when the node stops at that moment.
 */
@Component
class Hearing {
    private final Set<String> news;
    private final ApplicationEventPublisher events;

    Hearing(List<NewsSource> sources, ApplicationEventPublisher events) {
        this.news =
                sources.stream().flatMap(source -> source.actions().stream()).collect(Collectors.toUnmodifiableSet());
        this.events = events;
    }

    @EventListener
    void happened(Auditable what) {
        if (!news.contains(what.action())) return;
        events.publishEvent(new Happened(
                Ids.next(), what.action(), what.subject(), what.by().userId()));
    }
}
