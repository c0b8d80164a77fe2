package cymru.pontio.site;

import cymru.pontio.identity.Readers;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell and to whom. It says a reference, a moment and where to look: never who it is about. The sentence under
 * {@code messageKey} gets the reference as {0} and the moment or the day, as the reader writes it, as {1}.
 *
 * @param key what it is once for ever for each reader, like {@code adverts.opened ADV-7K3M-Q}; none for what happens anew
 *     each time
 * @param locality code of the patch under which it stands in mails
 * @param path where it can be read, without language
 */
public record News(
        @Nullable String key,
        NewsKind kind,
        String messageKey,
        String ref,
        @Nullable Instant at,
        @Nullable LocalDate day,
        @Nullable String locality,
        String path,
        Readers readers) {

    /** Something that happened just now. */
    public static News of(
            NewsKind kind, String messageKey, String ref, @Nullable String locality, String path, Readers readers) {
        return new News(null, kind, messageKey, ref, null, null, locality, path, readers);
    }

    public News once(String once) {
        return new News(once, kind, messageKey, ref, at, day, locality, path, readers);
    }

    public News to(Readers others) {
        return new News(key, kind, messageKey, ref, at, day, locality, path, others);
    }

    public News at(@Nullable Instant moment) {
        return new News(key, kind, messageKey, ref, moment, day, locality, path, readers);
    }

    public News on(@Nullable LocalDate date) {
        return new News(key, kind, messageKey, ref, at, date, locality, path, readers);
    }
}
