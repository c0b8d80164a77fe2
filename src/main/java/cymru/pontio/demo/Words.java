package cymru.pontio.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Invented names and texts, in {@code demo/words.txt}: a heading in brackets, then one on each line. */
final class Words {
    private static final Map<String, List<String>> LISTS = read();

    private Words() {}

    static List<String> all(String list) {
        return Objects.requireNonNull(LISTS.get(list), list);
    }

    static String one(RandomGenerator dice, String list) {
        return Dice.one(dice, all(list));
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> lists = new HashMap<>();
        List<String> list = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("/demo/words.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("[")) lists.put(line.substring(1, line.length() - 1), list = new ArrayList<>());
                else if (!line.isBlank()) list.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
