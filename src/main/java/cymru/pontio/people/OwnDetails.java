package cymru.pontio.people;

import cymru.pontio.areas.Locality;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The details by which one person can be known, and how each may be written. A rule on words: it finds what stands in a
 * text, whole words, without regard to accents, capitals and spacing. It cannot find what is described in other words.
 */
final class OwnDetails {
    /** Parts of a family name that are ordinary words or belong to many. */
    private static final Set<String> PARTICLES =
            Set.of("ferch", "van", "von", "der", "den", "del", "the", "san", "mac");

    private static final String GAP = "[\\s.()-]*";

    private final List<Pattern> patterns;

    private OwnDetails(Stream<String> patterns) {
        this.patterns = patterns.distinct()
                .map(words -> Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])"))
                .toList();
    }

    /** @param localities names of whole parts of the county tell nobody's address, so they may be said */
    static OwnDetails of(PersonDetails person, List<Locality> localities) {
        NhsNumber number = person.nhsNumber();
        Postcode postcode = person.postcode();
        return new OwnDetails(Stream.of(
                        Stream.of(person.givenName(), person.familyName()).flatMap(OwnDetails::name),
                        AddressPatterns.of(person.address(), localities),
                        Stream.ofNullable(postcode)
                                .map(code -> spaced(code.value().replace(" ", ""), "\\s*")),
                        phone(person.phone()),
                        Stream.ofNullable(number).map(one -> spaced(one.digits(), GAP)),
                        keySafe(person.keySafe()),
                        BirthdayPatterns.of(person.dateOfBirth()))
                .flatMap(all -> all));
    }

    /** The phrases as they stand in the texts, each once, in their order; the longest where one lies in another. */
    List<String> in(List<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) phrases(new FoldedText(text)).forEach(found::add);
        return List.copyOf(found);
    }

    private Stream<String> phrases(FoldedText text) {
        List<FoldedText.Phrase> all = new ArrayList<>();
        for (Pattern pattern : patterns) {
            for (MatchResult match : pattern.matcher(text.folded()).results().toList()) all.add(text.phrase(match));
        }
        return all.stream()
                .filter(one -> all.stream().noneMatch(one::within))
                .sorted(java.util.Comparator.comparingInt(FoldedText.Phrase::start))
                .map(FoldedText.Phrase::words);
    }

    /** The whole name, however its parts are joined, and each part of three letters or more. */
    private static Stream<String> name(String name) {
        List<String> parts = Stream.of(FoldedText.fold(name).split("[^\\p{L}\\p{N}']+"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) return Stream.empty();
        String whole = parts.stream().map(OwnDetails::apostrophes).collect(Collectors.joining("[\\s-]+"));
        Stream<String> single = parts.stream()
                .filter(part -> part.length() >= 3 && !PARTICLES.contains(part))
                .map(OwnDetails::apostrophes);
        return Stream.concat(Stream.of(whole), single);
    }

    /** O’Brien, O'Brien, OBrien and O Brien. */
    private static String apostrophes(String part) {
        return Stream.of(part.split("'")).map(Pattern::quote).collect(Collectors.joining("['\\s]?"));
    }

    /** With any spacing, with the country's code in place of the first nought, and as neighbours dial it: its last six. */
    private static Stream<String> phone(String phone) {
        String digits = phone.replaceAll("\\D", "").replaceFirst("^(0044|44)0?(?=\\d{9})", "0");
        if (digits.length() < 6) return Stream.empty();
        if (!digits.startsWith("0")) return Stream.of(spaced(digits, GAP));
        String rest = spaced(digits.substring(1), GAP);
        String local = spaced(digits.substring(digits.length() - 6), GAP);
        return Stream.of("(?:(?:\\+|00)?44" + GAP + ")?0?" + GAP + rest, local);
    }

    /** What was entered, and any code of three digits or more in it. */
    private static Stream<String> keySafe(String keySafe) {
        String folded = FoldedText.fold(keySafe).strip();
        if (folded.length() < 3) return Stream.empty();
        Stream<String> codes = Stream.of(folded.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.replaceAll("\\D", "").length() >= 3)
                .map(code -> spaced(code, "[\\s-]?"));
        return Stream.concat(Stream.of(AddressPatterns.words(folded)), codes).filter(Objects::nonNull);
    }

    private static String spaced(String characters, String gap) {
        return FoldedText.fold(characters)
                .chars()
                .mapToObj(one -> Pattern.quote(Character.toString(one)))
                .collect(Collectors.joining(gap));
    }
}
