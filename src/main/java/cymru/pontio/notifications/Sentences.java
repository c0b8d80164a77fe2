package cymru.pontio.notifications;

import cymru.pontio.site.Formats;
import org.jspecify.annotations.Nullable;

/** News in the reader's language. */
public final class Sentences {
    private final Formats formats;

    Sentences(Formats formats) {
        this.formats = formats;
    }

    public String of(Inbox.Item item) {
        String when = item.at() != null ? formats.dateTime(item.at()) : formats.date(item.day());
        return formats.message(item.messageKey(), item.ref(), when);
    }

    public @Nullable String area(Inbox.Item item) {
        return item.areaEn() == null || item.areaCy() == null ? null : formats.either(item.areaEn(), item.areaCy());
    }
}
