package cymru.pontio.site;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import cymru.pontio.kernel.Zone;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words of all rooms, {@code messages/<room>.properties} in English and {@code messages/<room>_cy.properties} in
 * Welsh. Formatted by ICU, because Welsh has six plural forms and the JDK knows none. A missing word is an error, not a
 * key on the page.
 */
@Component("messageSource")
class IcuMessages extends AbstractMessageSource {
    private final Map<Language, Map<String, String>> words = Map.of(Language.en, load(false), Language.cy, load(true));
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    Map<String, String> words(Language language) {
        return Objects.requireNonNull(words.get(language));
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return words(Language.of(locale)).get(code);
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] args, @Nullable Locale locale) {
        if (code == null || locale == null) return null;
        Language language = Language.of(locale);
        String pattern = words(language).get(code);
        if (pattern == null || args == null || args.length == 0) return pattern;
        MessageFormat shared =
                formats.computeIfAbsent(language + code, key -> new MessageFormat(pattern, ULocale.forLocale(locale)));
        Object[] resolved = Arrays.stream(resolveArguments(args, locale))
                .map(IcuMessages::onTheWall)
                .toArray();
        synchronized (shared) {
            return shared.format(resolved);
        }
    }

    /** A moment is written as our clocks show it, whatever zone the server is in: {@code {0,date,d MMMM yyyy, HH:mm}}. */
    private static @Nullable Object onTheWall(@Nullable Object arg) {
        if (!(arg instanceof Instant moment)) return arg;
        Calendar wall = new GregorianCalendar(TimeZone.getTimeZone(Zone.LONDON.getId()));
        wall.setTimeInMillis(moment.toEpochMilli());
        return wall;
    }

    @Override
    protected java.text.@Nullable MessageFormat resolveCode(String code, Locale locale) {
        return null;
    }

    private static Map<String, String> load(boolean welsh) {
        try {
            Map<String, String> all = new HashMap<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                if (Objects.requireNonNull(file.getFilename()).endsWith("_cy.properties") != welsh) continue;
                Properties read = new Properties();
                try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    read.load(in);
                }
                read.forEach((key, value) -> {
                    if (all.put(key.toString(), value.toString()) != null)
                        throw new IllegalStateException("said twice: " + key);
                });
            }
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
