package cymru.pontio.carepackages;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what was typed or chosen in a form; nonsense is nothing. */
final class Typed {
    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static List<String> list(@Nullable List<String> chosen) {
        return chosen == null ? List.of() : List.copyOf(chosen);
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst();
    }

    static <E extends Enum<E>> Set<E> constants(Class<E> type, Collection<String> typed) {
        Set<E> all = EnumSet.noneOf(type);
        typed.forEach(one -> constant(type, one).ifPresent(all::add));
        return all;
    }

    static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    static Optional<Integer> whole(String typed) {
        return typed.matches("\\d{1,4}") ? Optional.of(Integer.parseInt(typed)) : Optional.empty();
    }
}
