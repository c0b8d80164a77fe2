package cymru.pontio.people;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text as people type it, made ready to be kept: accents in one piece, no control characters, no blank edges. */
final class Typed {
    private Typed() {}

    static String line(@Nullable String text) {
        if (text == null) return "";
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\s\\u00A0]+", " ")
                .strip();
    }

    /** Several lines without the empty ones. */
    static String lines(@Nullable String text) {
        if (text == null) return "";
        return text.lines().map(Typed::line).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** One of the answers on the page; the first where nothing or something else was sent. */
    static String oneOf(@Nullable String text, String first, String... others) {
        return text != null && List.of(others).contains(text) ? text : first;
    }
}
