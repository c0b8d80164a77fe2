package cymru.pontio.placements.variations;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    static int whole(String typed) {
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
    }

    static String typed(@Nullable LocalTime time) {
        return time == null ? "" : time.toString();
    }

    /** Days of the week in their order, as a call keeps them. */
    static String digits(List<String> days) {
        StringBuilder chosen = new StringBuilder();
        for (char day = '1'; day <= '7'; day++) if (days.contains("" + day)) chosen.append(day);
        return chosen.toString();
    }
}
