package cymru.pontio.providers.accreditation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people type and tick, made fit to keep. */
final class TypedText {
    private TypedText() {}

    /** Without characters that nobody typed and PostgreSQL refuses. */
    static String clean(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                        .strip();
    }

    static String line(@Nullable String typed) {
        return clean(typed).replaceAll("\\s+", " ");
    }

    static List<String> ticked(@Nullable List<@Nullable String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** What is no constant of the list is left out. */
    static <E extends Enum<E>> Set<E> constants(Class<E> type, List<String> names) {
        return Set.of(type.getEnumConstants()).stream()
                .filter(one -> names.contains(one.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A whole number of workers, or less than nought for what is none. */
    static int count(String typed) {
        return typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : -1;
    }
}
