package cymru.pontio.site;

import java.util.List;
import java.util.Set;

/**
 * A room's news. The room that owns a thing knows who may see it, so it says who is told; how people are reached is no
 * business of its own.
 */
public interface NewsSource {
    /** What must happen for there to be news: names as the audit knows them. */
    default Set<String> actions() {
        return Set.of();
    }

    /**
     * News of what happened, asked for after it was committed, perhaps a moment later and perhaps more than once: whoever
     * may no longer see it then is not told.
     *
     * @param subject reference of what it happened to
     */
    default List<News> of(String action, String subject) {
        return List.of();
    }

    /** What has become news because time went by. Asked every minute on every node; each has a key. */
    default List<News> due() {
        return List.of();
    }

    /** Asked before a mail is written of what was told earlier: takes out what is not so any more. */
    default void over(Unmailed told) {}
}
