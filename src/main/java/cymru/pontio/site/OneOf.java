package cymru.pontio.site;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;

/**
 * An answer in an address that is one of a fixed list. None asks for everything; what is not on the list is a wrong address,
 * because a list or a file of everything would pass for what was asked.
 */
public final class OneOf {
    private OneOf() {}

    /** @return empty where nothing was asked */
    public static String of(@Nullable String typed, Enum<?>... known) {
        return of(typed, Arrays.stream(known).map(Enum::name).toList());
    }

    /** @return empty where nothing was asked */
    public static String of(@Nullable String typed, Collection<String> known) {
        if (typed == null || typed.isBlank()) return "";
        if (!known.contains(typed)) throw new TypeMismatchException(typed, String.class);
        return typed;
    }
}
