package cymru.pontio.providers.microenterprises;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was typed or chosen in a form; nonsense is nothing. */
final class Typed {
    private Typed() {}

    /** Without other systems' line ends and characters that nobody typed. */
    static String text(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                        .strip();
    }

    static List<String> list(@Nullable List<String> chosen) {
        return chosen == null ? List.of() : List.copyOf(chosen);
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst();
    }

    static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
