package cymru.pontio.providers.workforce;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Workers in the order of their numbers, a page at a time.
 *
 * @param next the last number of this page, if there are more
 */
record RegisterPage(List<Compliance> rows, @Nullable String next) {
    private static final int SIZE = 50;

    static RegisterPage of(List<Compliance> all, @Nullable String after) {
        List<Compliance> rest = all.stream()
                .filter(one -> after == null || one.worker().ref().compareTo(after) > 0)
                .sorted(Comparator.comparing(one -> one.worker().ref()))
                .toList();
        List<Compliance> shown = rest.subList(0, Math.min(SIZE, rest.size()));
        return new RegisterPage(
                shown, rest.size() > SIZE ? shown.getLast().worker().ref() : null);
    }
}
