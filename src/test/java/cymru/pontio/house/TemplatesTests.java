package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no template may hold. */
class TemplatesTests {
    private static final Path FOLDER = Path.of("src/main/resources/templates");
    private static final int LONGEST = 120;

    /** Named after what goes wrong with it. */
    private static final Map<String, Pattern> BANS = new TreeMap<>(Map.of(
            "calls static code", Pattern.compile("[^#]\\bT\\("),
            "prints unescaped text", Pattern.compile("th:utext|\\[\\("),
            "takes a heading its meaning", Pattern.compile("<h[1-6][^>]*\\srole="),
            "has an inline style", Pattern.compile("\\sstyle=|th:style"),
            "has an inline handler", Pattern.compile("\\son[a-z]+=\""),
            "has an inline script", Pattern.compile("<script(?![^>]*th:src)"),
            "posts past the form key",
                    Pattern.compile("<form[^>]*method=\"post\"(?![^>]*th:action)(?<!th:action[^>]{0,400})"),
            "asks before th:replace, which comes first",
                    Pattern.compile(
                            "<\\w[^>]*\\sth:(if|unless)=[^>]*\\sth:replace=|<\\w[^>]*\\sth:replace=[^>]*\\sth:(if|unless)="),
            "fetches from elsewhere", Pattern.compile("(src|href)=\"https?://(?!www\\.w3\\.org)")));

    static Stream<Path> templates() throws IOException {
        return Files.walk(FOLDER).filter(file -> file.toString().endsWith(".html"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdNothingBanned(Path file) throws IOException {
        String text = Files.readString(file);
        BANS.forEach(
                (fault, ban) -> assertThat(ban.matcher(formsOnOneLine(text)).find())
                        .as("%s %s", file, fault)
                        .isFalse());
    }

    /** Seeded faults: each ban finds its bad example. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text=\"${T(java.lang.Math).random()}\">",
                "<p th:utext=\"${x}\">",
                "<p style=\"color:red\">",
                "<h2 role=\"status\">",
                "<a onclick=\"go()\">",
                "<script>go()</script>",
                "<form action=\"/x\" method=\"post\">",
                "<p th:if=\"${x}\" th:replace=\"~{y :: z}\">",
                "<p th:replace=\"~{y :: z}\" th:unless=\"${x}\">",
                "<img src=\"https://elsewhere.example/x.png\">"
            })
    void findBadExamples(String bad) {
        assertThat(BANS.values().stream().anyMatch(ban -> ban.matcher(bad).find()))
                .isTrue();
    }

    /** What only screen readers are told stands outside the flow: a table that scrolls must hold it, or the page is as wide. */
    @Test
    void tablesThatScrollHoldWhatIsHiddenInThem() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/assets/pontio.css"));
        assertThat(css).containsPattern("\\.pontio-scroll\\{[^}]*position:relative");
    }

    /** Space below the end of a page would take a sheet of its own. */
    @Test
    void printNoSpaceBelowTheEnd() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/assets/pontio.css"));
        assertThat(css.substring(css.lastIndexOf("@media print")))
                .containsPattern("\\.govuk-main-wrapper\\{[^}]*padding-bottom:0");
    }

    /** Two landmarks of one name cannot be told apart by somebody who jumps from one to the next. */
    @ParameterizedTest
    @MethodSource("templates")
    void giveASectionNoNameThatATableInsideItHas(Path file) throws IOException {
        for (Element section :
                Jsoup.parse(Files.readString(file), "", Parser.xmlParser()).select("section[aria-labelledby]")) {
            String name = section.select("#" + section.attr("aria-labelledby")).attr("th:text");
            assertThat(section.select("[role=region]").eachAttr("th:aria-label"))
                    .as(file.toString())
                    .doesNotContain(name);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdNoWords(Path file) throws IOException {
        if (file.endsWith(Path.of("shared", "form.html"))) return;
        assertThat(words(Jsoup.parse(Files.readString(file), "", Parser.xmlParser())))
                .as(file.toString())
                .isEmpty();
    }

    @Test
    void wordsAreFoundInABadExample() {
        assertThat(words(Jsoup.parse("<main><p>Hello there</p></main>", "", Parser.xmlParser())))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void areShort(Path file) throws IOException {
        if (file.startsWith(FOLDER.resolve("shared")) || file.endsWith("layout.html")) return;
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST);
    }

    /** The jar tool leaves files of this name out, so the page would work from the sources only. */
    @ParameterizedTest
    @MethodSource("templates")
    void areNotNamedPackage(Path file) {
        assertThat(file.getFileName()).isNotEqualTo(Path.of("package.html"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void beginWithTheDoctype(Path file) throws IOException {
        assertThat(Files.readString(file)).as(file.toString()).startsWith("<!DOCTYPE html>");
    }

    private static List<String> words(Document document) {
        return document.getAllElements().stream()
                .filter(element -> !element.normalName().equals("style"))
                .map(Element::ownText)
                .map(text -> text.replaceAll("\\[\\[.*?]]", "").strip())
                .filter(text -> text.matches(".*\\p{L}{2,}.*"))
                .toList();
    }

    private static String formsOnOneLine(String text) {
        return text.replaceAll("\\s*\\n\\s*", " ");
    }
}
