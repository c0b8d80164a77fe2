package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import cymru.pontio.kernel.Auditable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both languages say everything, with the same figures in it. */
class MessagesTests {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    /** Alike in both languages: names, and words that Welsh has too. */
    private static final Path SAME = Path.of("src/test/resources/same-in-both-languages.txt");

    private static final Set<String> WELSH_FORMS = Set.of("zero", "one", "two", "few", "many", "other");

    @Test
    void haveTheSameKeysInBothLanguages() throws IOException {
        assertThat(words(true).keySet()).isEqualTo(words(false).keySet());
    }

    @Test
    void haveTheSameArgumentsInBothLanguages() throws IOException {
        Map<String, String> welsh = words(true);
        words(false)
                .forEach((key, english) -> assertThat(arguments(Objects.requireNonNull(welsh.get(key))))
                        .as(key)
                        .isEqualTo(arguments(english)));
    }

    /** What the audit calls by a code, its viewer and the page of a lost race say in words. Seeded fault: take a word away. */
    @Test
    void nameWhateverTheAuditRecords() throws Exception {
        Set<String> actions = new TreeSet<>();
        for (JavaClass event : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("cymru.pontio"))
            if (event.isAssignableTo(Auditable.class) && !event.isInterface() && !namesItself(event))
                actions.add(event.getSimpleName());
        for (Object step :
                Class.forName("cymru.pontio.placements.AwardDesk$Event").getEnumConstants())
            actions.add("Award" + UnderscoreToCamel.of(((Enum<?>) step).name()));
        for (Object step :
                Class.forName("cymru.pontio.providers.accreditation.Step").getEnumConstants())
            actions.add("Accreditation" + UnderscoreToCamel.of(((Enum<?>) step).name()));
        Set<String> words = words(false).keySet();
        assertThat(actions).hasSizeGreaterThan(100).allMatch(action -> words.contains("audit.action." + action));
    }

    /** An event of several kinds says by a component which it is. */
    private static boolean namesItself(JavaClass event) {
        return event.getFields().stream().anyMatch(field -> field.getName().equals("action"));
    }

    /** REVOCATION_ASKED is told as RevocationAsked. */
    private static final class UnderscoreToCamel {
        static String of(String constant) {
            return Arrays.stream(constant.split("_", -1))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }
    }

    /**
     * “Dydd Llun” would have to change within a sentence (ar ddydd Llun), and so would a month (o Fawrth). So a day of the week
     * or a month without a day stands at the beginning or after a colon. Seeded faults: “yn dechrau ar {0}”, “O {0} i {1}”.
     */
    @Test
    void putADayOfTheWeekOrAMonthWhereWelshLeavesItAsItIs() throws IOException {
        Map<String, String> welsh = words(true);
        assertThat(welsh.values()).noneMatch(text -> text.contains("EEEE"));
        Pattern use = Pattern.compile("#\\{([\\w.]+)\\(((?:\\$\\{[^}]*\\}|[^{}])*)\\)\\}");
        int found = 0;
        try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher message = use.matcher(Files.readString(template));
                while (message.find()) {
                    String[] arguments = message.group(2).split("\\}\\s*,\\s*\\$\\{", -1);
                    for (int at = 0; at < arguments.length; at++) {
                        if (!arguments[at].matches("(?s).*#fmt\\.(longDate|month)\\(.*")) continue;
                        found++;
                        String text = Objects.requireNonNull(welsh.get(message.group(1)));
                        String place = "{" + at + "}";
                        for (int i = text.indexOf(place); i >= 0; i = text.indexOf(place, i + 1))
                            assertThat(text.substring(0, i))
                                    .as("%s: %s", message.group(1), text)
                                    .matches("(.*(: |\\{))?|Newid ");
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(5);
    }

    @Test
    void sayInWelshWhatTheySayInEnglish() throws IOException {
        Set<String> allowed = Set.copyOf(Files.readAllLines(SAME));
        Map<String, String> welsh = words(true);
        List<String> alike = words(false).entrySet().stream()
                .filter(word -> !word.getValue().isBlank() && word.getValue().equals(welsh.get(word.getKey())))
                .map(Map.Entry::getKey)
                .filter(key -> !allowed.contains(key))
                .toList();
        assertThat(alike).as("the same in Welsh as in English").isEmpty();
    }

    @Test
    void useAllSixWelshPlurals() throws IOException {
        words(true).forEach((key, text) -> {
            MessagePattern pattern = new MessagePattern(text);
            for (int i = 0; i < pattern.countParts(); i++) {
                MessagePattern.Part part = pattern.getPart(i);
                if (part.getType() != MessagePattern.Part.Type.ARG_START
                        || part.getArgType() != MessagePattern.ArgType.PLURAL) continue;
                assertThat(selectors(pattern, i)).as(key).containsAll(WELSH_FORMS);
            }
        });
    }

    /** Words that once stood beside the one of docs/glossary.md. The responsible individual of the Act keeps its name. */
    @Test
    void useOneWelshWordForEachIdea() throws IOException {
        Pattern other = Pattern.compile(
                "unigol(?:yn|ion)(?! (?:cyfrifol|enwebedig))"
                        + "|(?:oriau|munudau|funudau)(?:’r)? (?:person|unigolyn|defnyddiwr|gofalwr|gweithwyr|gweithiwr)\\b"
                        + "|awr (?:defnydd|gofalw)|oriau(?: defnyddwyr)? sbâr|gofal dros dro|gofal pontio|amser hanfodol|amser (?:yr alwad hon )?yn hanfodol",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        words(true).forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern(other));
    }

    /** What is said twice says the second thing alone. Seeded faults: a key twice in one file, and in two. */
    @Test
    void sayEachThingOnce() throws IOException {
        for (boolean cy : new boolean[] {false, true}) {
            List<String> keys = new ArrayList<>();
            for (Path file : files(cy))
                Files.readAllLines(file).stream()
                        .filter(line -> line.matches("[a-zA-Z][\\w.-]*=.*"))
                        .forEach(line -> keys.add(line.substring(0, line.indexOf('='))));
            assertThat(keys).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        }
    }

    /** In which a call may begin; a cyfnod is the period of a report. Seeded fault: “Aros am gyfnod”. */
    @Test
    void callAWindowAWindow() throws IOException {
        Map<String, String> welsh = words(true);
        words(false).forEach((key, english) -> {
            if (english.toLowerCase(Locale.ROOT).contains("window"))
                assertThat(welsh.get(key)).as(key).containsIgnoringCase("ffenestr");
        });
    }

    /** A round is of bids, a run is of calls. Seeded faults: call a run rownd, and a round cylchdaith. */
    @Test
    void haveOneWelshWordForARoundAndAnotherForARun() throws IOException {
        Map<String, String> english = words(false);
        words(true).forEach((key, text) -> {
            boolean calls = key.startsWith("runs.");
            String meant = Objects.requireNonNull(english.get(key));
            if (text.toLowerCase(Locale.ROOT).contains("rownd"))
                assertThat(!calls && meant.toLowerCase(Locale.ROOT).contains("round"))
                        .as(key)
                        .isTrue();
            if (text.toLowerCase(Locale.ROOT).contains("ylchd"))
                assertThat(calls
                                || Pattern.compile("\\b[Rr]uns?\\b")
                                        .matcher(meant)
                                        .find())
                        .as(key)
                        .isTrue();
        });
    }

    @Test
    void useTheTypographicApostrophe() throws IOException {
        for (boolean cy : new boolean[] {false, true}) {
            words(cy).forEach((key, text) -> assertThat(text).as(key).doesNotContain("'"));
        }
    }

    @Test
    void areWellFormed() throws IOException {
        for (boolean cy : new boolean[] {false, true}) {
            ULocale locale = new ULocale(cy ? "cy" : "en");
            words(cy)
                    .forEach((key, text) ->
                            assertThat(new MessageFormat(text, locale)).as(key).isNotNull());
        }
    }

    private static Set<String> selectors(MessagePattern pattern, int start) {
        Set<String> found = new TreeSet<>();
        int limit = pattern.getLimitPartIndex(start);
        int nested = pattern.getPart(start).getValue();
        assertThat(nested).isNotNegative();
        for (int i = start + 1; i < limit; i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) found.add(pattern.getSubstring(part));
        }
        return found;
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        MessagePattern pattern = new MessagePattern(text);
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER
                    || part.getType() == MessagePattern.Part.Type.ARG_NAME) found.add(pattern.getSubstring(part));
        }
        return found;
    }

    private static List<Path> files(boolean welsh) throws IOException {
        try (var list = Files.list(FOLDER)) {
            return list.filter(file -> file.toString().endsWith("_cy.properties") == welsh)
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> words(boolean welsh) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(welsh)) {
            Properties read = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                read.load(in);
            }
            read.forEach((key, value) -> all.put(key.toString(), value.toString()));
        }
        assertThat(all).hasSizeGreaterThan(100);
        return all;
    }
}
