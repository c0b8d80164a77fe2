package cymru.pontio.notifications;

import cymru.pontio.site.Formats;
import cymru.pontio.site.Language;
import cymru.pontio.site.NewsKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a mail: references, moments and links, under the names of the patches. */
@Component
class MailText {
    private static final int MOST = 50;

    private final MessageSource messages;

    MailText(MessageSource messages) {
        this.messages = messages;
    }

    /** @param offUrl where all of it can be turned off, if it is of one kind */
    record Words(String subject, String body, @Nullable String offUrl) {}

    /** @param items in the order of their patches, those without one first */
    Words of(List<Inbox.Item> items, Map<NewsKind, String> off, Language language, String home) {
        Formats formats = new Formats(messages, language.locale());
        String start = home + "/" + language;
        StringBuilder body = new StringBuilder();
        body.append(formats.message("notifications.mail.lead")).append("\n");
        write(items.subList(0, Math.min(MOST, items.size())), body, formats, start);
        if (items.size() > MOST)
            body.append("\n").append(formats.message("notifications.mail.more", items.size() - MOST));
        body.append("\n").append(formats.message("notifications.mail.inbox", start + "/inbox"));
        body.append("\n").append(formats.message("notifications.mail.preferences", start + "/inbox/preferences"));
        body.append("\n\n").append(formats.message("notifications.mail.off")).append("\n");
        off.forEach((kind, url) -> body.append(formats.message("notifications.mail.off.kind", formats.label(kind), url))
                .append("\n"));
        String only = off.size() == 1 ? off.values().iterator().next() : null;
        return new Words(formats.message("notifications.mail.subject", items.size()), body.toString(), only);
    }

    private static void write(List<Inbox.Item> items, StringBuilder body, Formats formats, String start) {
        Sentences sentences = new Sentences(formats);
        String under = null;
        for (Inbox.Item item : items) {
            String area = sentences.area(item);
            if (area != null && !Objects.equals(area, under))
                body.append("\n")
                        .append(formats.message("notifications.mail.area", area))
                        .append("\n");
            else if (under == null && area == null && item == items.getFirst()) body.append("\n");
            under = area;
            body.append("- ").append(sentences.of(item)).append("\n  ");
            body.append(start).append("/inbox/").append(item.id()).append("\n");
        }
    }
}
