package cymru.pontio.people;

import cymru.pontio.areas.Locality;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the lines of an address may be written: whole, the house with its street, and the street alone. */
final class AddressPatterns {
    private static final Map<String, String> SHORT = Map.of(
            "street",
            "st",
            "road",
            "rd",
            "avenue",
            "ave",
            "close",
            "cl",
            "lane",
            "ln",
            "drive",
            "dr",
            "terrace",
            "terr",
            "crescent",
            "cres",
            "gardens",
            "gdns");
    private static final Set<String> WIDE =
            Set.of("powys", "sir powys", "wales", "cymru", "uk", "mid wales", "canolbarth cymru");
    private static final String HOUSE = "\\d+[a-z]?";

    private AddressPatterns() {}

    static Stream<String> of(String address, List<Locality> localities) {
        Set<String> places = places(localities);
        return lines(address).stream().filter(line -> !places.contains(line)).flatMap(AddressPatterns::line);
    }

    /** The words of a phrase with whatever stands between them. */
    static String words(String phrase) {
        return Stream.of(phrase.split("[^\\p{L}\\p{N}']+"))
                .filter(word -> !word.isEmpty())
                .map(AddressPatterns::word)
                .collect(Collectors.joining("[\\s,.-]+"));
    }

    private static Stream<String> line(String line) {
        List<String> words = List.of(line.split("\\s+"));
        if (!words.getFirst().matches(HOUSE)) return line.length() < 4 ? Stream.empty() : Stream.of(words(line));
        List<String> street = words.subList(1, words.size());
        if (street.isEmpty()) return Stream.empty();
        String few = words(String.join(" ", words.subList(0, Math.min(3, words.size()))));
        Stream<String> house = Stream.of(words(line), few);
        return street.size() < 2 ? house : Stream.concat(house, Stream.of(words(String.join(" ", street))));
    }

    /** Lines end at a new line or a comma; a number on a line of its own belongs to the street below it. */
    private static List<String> lines(String address) {
        List<String> lines = new ArrayList<>();
        String number = "";
        for (String part : FoldedText.fold(address.replace('\n', ',')).split("[,;]")) {
            String line = (number + part.replaceAll("[^\\p{L}\\p{N}']+", " ").strip()).strip();
            number = line.matches(HOUSE) ? line + " " : "";
            if (number.isEmpty() && !line.isEmpty()) lines.add(line);
        }
        return lines;
    }

    private static Set<String> places(List<Locality> localities) {
        Set<String> places = new HashSet<>(WIDE);
        for (Locality one : localities) {
            for (String name : List.of(one.nameEn(), one.nameCy())) {
                places.add(plain(name));
                for (String part : name.split(" and | a | ac ")) places.add(plain(part));
            }
        }
        return places;
    }

    private static String plain(String name) {
        return FoldedText.fold(name).replaceAll("[^\\p{L}\\p{N}']+", " ").strip();
    }

    private static String word(String word) {
        String same = Stream.of(word.split("'")).map(Pattern::quote).collect(Collectors.joining("'?"));
        String brief = SHORT.get(word);
        return brief == null ? same : "(?:" + same + "|" + brief + ")";
    }
}
