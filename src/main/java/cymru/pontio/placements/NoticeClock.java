package cymru.pontio.placements;

import cymru.pontio.kernel.Zone;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for notices that are over. Whichever node comes first ends the placement, each on its own. */
@Component
class NoticeClock {
    private static final Logger log = LoggerFactory.getLogger(NoticeClock.class);

    private final NoticeBook book;
    private final Endings endings;
    private final Clock clock;

    NoticeClock(NoticeBook book, Endings endings, Clock clock) {
        this.book = book;
        this.endings = endings;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${pontio.placements.look-every:60s}",
            fixedDelayString = "${pontio.placements.look-every:60s}")
    void sweep() {
        for (PlacementTable.Key key : book.due(Zone.dayOf(clock.instant()))) {
            try {
                endings.lapse(key);
            } catch (RuntimeException e) {
                log.warn("the notice of {} could not be ended, the next minute tries again", key.ref(), e);
            }
        }
    }
}
