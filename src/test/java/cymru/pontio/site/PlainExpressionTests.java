package cymru.pontio.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Whatever a template says, it shows the same as with Spring's expression language, and escaped. */
class PlainExpressionTests {
    private static final UUID ONE = UUID.fromString("018576db-e280-7cc4-960c-63d006007bd0");
    private static final String SCRIPT = "<script>alert('&')</script>\"";

    enum Colour {
        RED,
        BLUE
    }

    public record Row(
            String name, @Nullable String note, int minutes, Long many, Colour colour, UUID id, LocalDate day) {
        public boolean late() {
            return minutes > 30;
        }

        public String says(String what) {
            return name + " says " + what;
        }

        public String kind(long number) {
            return "number " + number;
        }

        public String kind(UUID id) {
            return "id " + id;
        }
    }

    public static class Bean {
        public String getTitle() {
            return "title";
        }

        public String title() {
            return "not this one";
        }

        public boolean isOpen() {
            return true;
        }

        public String getBroken() {
            throw new IllegalStateException("on purpose");
        }
    }

    private final SpringTemplateEngine stock = engine();
    private final SpringTemplateEngine ours = engine();

    PlainExpressionTests() {
        new PlainExpressions().postProcessBeforeInitialization(ours, "engine");
        ours.addDialect(new KeptDialect());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "row.name",
                "row.note",
                "row.minutes",
                "row.many",
                "row.late",
                "row.late()",
                "row.colour",
                "bean.title",
                "bean.open",
                "row.says('so')",
                "row.says(row.name)",
                "row.says(row.note)",
                "row.kind(row.minutes)",
                "row.kind(row.many)",
                "row.kind(row.id)",
                "row.kind(row.note)",
                "row.kind(7)",
                "!row.late",
                "not row.late",
                "row.late and bean.open",
                "row.late && !bean.open",
                "row.late or row.note == null",
                "row.note == null",
                "row.note != null",
                "row.name == 'Ann'",
                "row.name == other.name",
                "row.minutes == 45",
                "row.minutes == row.many",
                "row.many == 45",
                "row.colour == other.colour",
                "row.colour == 'RED'",
                "row.id == other.id",
                "row.day == other.day",
                "row.late ? 'late' : 'in time'",
                "row.note == null ? '–' : row.note",
                "row.late ? (bean.open ? 'a' : 'b') : 'c'",
                "row.name + ' ' + other.name",
                "row.name + row.minutes",
                "row.minutes + 1",
                "names[row.id]",
                "words['a']",
                "words['b']",
                "words.a",
                "rows[0].name",
                "rows.size()",
                "#strings.isEmpty(row.note)",
                "!#strings.isEmpty(row.name)",
                "#strings.isEmpty(row.note) ? 'none' : row.note",
                "#lists.isEmpty(rows)",
                "#lists.size(rows)",
                "#strings.toUpperCase(row.name)",
                "row?.name",
                "missing",
                "missing == null",
                "missing?.name",
                "missing?.name ?: 'none'",
                "row.name ?: 'none'",
                " {'a', 'b', 3} ",
                " {} ",
                " {'a', row.name} ",
                " {'a', {'b'}} ",
                " {'a': 'b'} ",
                " {'Ann'}.contains(row.name) ",
                "'it''s'",
                "row.name.length()",
                "row.day.year",
                "true",
                "null",
                "12",
                "-1",
                "1.5",
                "row.minutes > 30",
                "row.minutes gt 30",
                "(row.name)",
                "other.name eq 'Ann'",
                "row.says('a, (b) ? c : d')"
            })
    void meansWhatItMeansToSpring(String expression) {
        String template = "<p th:text=\"${" + expression + "}\"></p>";
        String expected = shown(stock, template);
        for (int i = 0; i < 3; i++)
            assertThat(shown(ours, template)).as(expression).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing.name",
                "row.unknown",
                "row.unknown()",
                "bean.broken",
                "words.missing",
                "words[row.note]",
                "row.name.getClass().forName('x')",
                "row.late ? 'a'",
                "row.(name)",
                "#nobody.x()"
            })
    void failsWhereSpringFails(String expression) {
        String template = "<p th:text=\"${" + expression + "}\"></p>";
        assertThatThrownBy(() -> shown(stock, template)).isInstanceOf(TemplateProcessingException.class);
        assertThatThrownBy(() -> shown(ours, template)).isInstanceOf(TemplateProcessingException.class);
    }

    /** Most of ours are plain; otherwise nothing would be gained. */
    @ParameterizedTest
    @ValueSource(
            strings = {"row.name", "#fmt.hours(row.userMinutes)", "names[row.person]", "one.value == filter.status"})
    void knowsThePlainOnes(String expression) {
        assertThat(PlainExpression.of(expression)).isNotNull();
    }

    @Test
    void cellsStayEscaped() {
        String template = """
                <tr th:each="row : ${scripts}"><td th:text="${row.name}" th:title="${row.name}"></td></tr>\
                <p th:each="row : ${scripts}" th:attr="data-x=${row.note}" th:classappend="${row.note}">[[${row.says(row.note)}]]</p>""";
        String page = shown(ours, template);
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;").isEqualTo(shown(stock, template));
    }

    @Test
    void keepsOnePartForEachKey() {
        AtomicInteger asked = new AtomicInteger();
        String template =
                "<ul pontio:kept=\"${key}\" th:with=\"n=${counter.next()}\"><li th:text=\"${text}\"></li></ul><i th:text=\"${key}\"></i>";
        assertThat(kept(template, "a", asked)).isEqualTo("<ul><li>&lt;b&gt; a</li></ul><i>a</i>");
        assertThat(kept(template, "b", asked)).isEqualTo("<ul><li>&lt;b&gt; b</li></ul><i>b</i>");
        assertThat(kept(template, "a", asked)).isEqualTo("<ul><li>&lt;b&gt; a</li></ul><i>a</i>");
        assertThat(asked).hasValue(2);
    }

    @Test
    void keepsPartsOfWhatIsWrittenStraightOut() {
        AtomicInteger asked = new AtomicInteger();
        String template = """
                <form th:replace="~{shared/parts :: filterForm('/a', 'b', 'c', ~{::mine})}"><ul th:fragment="mine">\
                <li pontio:kept="${key}" th:if="${counter.next() > 0}" th:text="${text}"></li></ul></form>""";
        for (String key : List.of("a", "b", "a"))
            assertThat(kept(template, key, asked)).contains("<ul><li>&lt;b&gt; " + key + "</li></ul>");
        assertThat(asked).hasValue(2);
    }

    /** Rows and options are written by {@link PlainRows}, with what Thymeleaf would have written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<tr th:each=\"one : ${people}\" class=\"a\"><th scope=\"row\" th:text=\"${one.name}\"></th><td th:if=\"${one.late}\" th:text=\"${one.note}\">x</td></tr>",
                "<tr th:each=\"one : ${people}\" th:classappend=\"${one.late ? 'late' : ''}\" class=\"a\"><td th:unless=\"${one.late}\"><a href=\"/x\" th:title=\"${one.name}\" th:text=\"${one.name}\">x</a> &amp; <br></td></tr>",
                "<option th:each=\"one : ${people}\" th:value=\"${one.name}\" th:selected=\"${one.late}\" th:text=\"${one.name}\"></option>",
                "<option th:each=\"one : ${people}\" th:value=\"${one.name}\" class='x' th:selected=\"${!one.late}\">fixed</option>",
                "<tr th:each=\"one : ${people}\"><td th:text=\"${one.note}\"></td><td th:title=\"${one.note}\">none</td></tr>",
                "<tr th:each=\"one : ${people}\" th:if=\"${one.late}\"><td><th:block th:text=\"${one.minutes}\"></th:block> <th:block th:if=\"${one.late}\">late</th:block></td></tr>",
                "<tr th:each=\"one : ${people}\"><td th:text=\"${oneStat.count}\"></td></tr>",
                "<tr th:each=\"one, s : ${people}\"><td th:text=\"${s.index}\"></td></tr>",
                "<tr th:each=\"one : ${people}\"><td th:each=\"x : ${people}\" th:text=\"${x.name}\"></td></tr>",
                "<tr th:each=\"one : ${people}\"><td th:each=\"x : ${people}\" th:if=\"${one.late}\" th:text=\"${x.name}\"></td><td th:text=\"${one.name}\"></td></tr>",
                "<tr th:each=\"one : ${people}\"><td>[[${one.name}]]</td></tr>",
                "<tr th:each=\"one : ${people}\" th:with=\"x=${one.name}\"><td th:text=\"${x}\"></td></tr>",
                "<tr th:each=\"one : ${words}\"><td th:text=\"${one.key}\"></td></tr>",
                "<tr th:each=\"one : ${missing}\"><td></td></tr>",
                "<tr th:each=\"one : ${people}\"><td th:class=\"|a ${one.name}|\" th:text=\"${one.name} + '!'\"></td></tr>"
            })
    void writesRowsAsThymeleafWould(String template) {
        String expected = shown(stock, template);
        for (int i = 0; i < 3; i++) assertThat(shown(ours, template)).isEqualTo(expected);
    }

    /** Fragments are written by {@link PlainFragments}, alone or in a row. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<strong th:replace=\"~{shared/parts :: tag(${row.name}, 'green')}\"></strong>",
                "<strong th:replace=\"~{shared/parts :: tag(${row.name}, null)}\">x</strong>",
                "<div th:replace=\"~{shared/parts :: summaryRow(#{some.key}, ${scripts[0].name})}\"></div>",
                "<div th:replace=\"~{shared/parts :: summaryRowChange('a', ${row.note}, '/x', 'what')}\"></div>",
                "<tr th:each=\"one : ${people}\"><td><strong th:replace=\"~{shared/parts :: tag(${one.name}, ${one.late ? 'red' : ''})}\"><b>x</b></strong></td></tr>",
                "<p th:replace=\"~{shared/parts :: csvLink('/x.csv?a=1&b=2', ${row.name})}\"></p>",
                "<div><b th:replace=\"~{:: mine(${row.name}, 'x')}\"></b><i th:fragment=\"mine(a, b)\" th:text=\"${a} + ${b}\"></i></div>",
                "<div><b th:replace=\"~{:: outer(${row.name})}\"></b><i th:fragment=\"inner(a)\" th:text=\"${a}\"></i><p th:fragment=\"outer(a)\"><b th:replace=\"~{:: inner(${a})}\"></b></p></div>",
                "<tr th:each=\"one : ${ {'a', 'b'} }\"><td><b th:replace=\"~{:: mine(${one})}\"></b></td></tr><i th:fragment=\"mine(a)\" th:text=\"${a}\"></i>",
                "<div th:replace=\"~{shared/parts :: tile(${row.minutes}, ${row.name}, '/x')}\"></div>",
                "<div th:replace=\"~{shared/parts :: identityBar('PKG', ${row.name}, 'Live', 'green')}\"></div>",
                "<th:block th:with=\"text=${row.name}\"><strong th:replace=\"~{shared/parts :: tag('own', ${text})}\"></strong><i th:text=\"${text}\"></i></th:block>",
                "<div th:replace=\"~{shared/parts :: pagination('/a?x=1&y=2', null, ${row.name})}\"></div>",
                "<form th:replace=\"~{shared/parts :: filterForm('/a', ${row.name}, 'Go', ~{::mine})}\"><p th:fragment=\"mine\"><i th:text=\"${row.name}\"></i></p></form>",
                "<form th:replace=\"~{shared/parts :: filterForm('/a', ${row.name}, 'Go', ~{::mine})}\"><th:block th:fragment=\"mine\"><i th:switch=\"a\" th:text=\"${row.name}\"></i></th:block></form>",
                "<form th:replace=\"~{shared/parts :: filterForm('/a', ${row.name}, 'Go', ~{::mine})}\"><p th:fragment=\"mine\"><th:block th:if=\"${row.late}\">\n <i th:each=\"one : ${people}\" th:text=\"${one.name}\"></i></th:block>\n  <ul>\n  <li th:each=\"one : ${people}\" th:attr=\"aria-current=${one.note},data-x=${one.name}\" th:title=\"${one.note}\" th:with=\"a=${one.name},b=${a}\" th:text=\"${b}\"></li></ul><input th:value=\"${row.note}\"><a th:href=\"${row.note}\">x</a></p></form>",
                "<form th:replace=\"~{shared/parts :: filterForm('/a', ${row.name}, 'Go', ~{::mine})}\"><form id=\"form\" th:action=\"'/x?a&b'\" method=\"post\" th:fragment=\"mine\"><i th:text=\"${row.name}\"></i></form></form>",
                "<form th:replace=\"~{shared/parts :: filterForm('/a', ${row.name}, 'Go', ~{::mine})}\"><p th:fragment=\"mine\" th:attr=\"hidden=${row.late}\" th:text=\"${row.name}\"></p></form>"
            })
    void writesFragmentsAsThymeleafWould(String template) {
        String expected = shown(stock, template);
        for (int i = 0; i < 3; i++) assertThat(shown(ours, template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<strong th:replace=\"~{shared/parts :: tag('', 'green')}\"></strong>",
                "<strong th:replace=\"~{shared/parts :: tag('too', 'many', 'values')}\"></strong>",
                "<strong th:replace=\"~{shared/parts :: unknown('x')}\"></strong>",
                "<strong th:replace=\"~{:: unknown('x')}\"></strong>"
            })
    void refusesFragmentsThatThymeleafRefuses(String template) {
        assertThatThrownBy(() -> shown(stock, template)).isInstanceOf(TemplateProcessingException.class);
        assertThatThrownBy(() -> shown(ours, template)).isInstanceOf(TemplateProcessingException.class);
    }

    /** Seeded fault: without {@code literal} the words of the name are worked out as an expression. */
    @Test
    void neverReadsWhatWasTypedAsATemplate() {
        String template =
                "<tr th:each=\"one : ${bracketed}\"><td th:title=\"${one.name}\" th:text=\"${one.name}\"></td></tr>";
        String page = shown(ours, template);
        assertThat(page).doesNotContain("49").contains("[${7*7}]").contains("(${7*7})");
        assertThat(org.jsoup.parser.Parser.unescapeEntities(page, false)).isEqualTo(shown(stock, template));
    }

    public record Counter(AtomicInteger asked) {
        public int next() {
            return asked.incrementAndGet();
        }
    }

    private String kept(String template, String key, AtomicInteger asked) {
        return ours.process(
                template,
                new Context(Locale.UK, Map.of("key", key, "text", "<b> " + key, "counter", new Counter(asked))));
    }

    private static String shown(SpringTemplateEngine engine, String template) {
        Map<String, Object> model = new HashMap<>();
        Row ann = new Row("Ann", null, 45, 45L, Colour.RED, ONE, LocalDate.of(2026, 3, 1));
        model.put("row", ann);
        model.put("other", new Row("Ann", "noted", 10, 3L, Colour.BLUE, ONE, LocalDate.of(2026, 3, 1)));
        model.put("rows", List.of(ann));
        model.put("bean", new Bean());
        model.put("names", Map.of(ONE, "the first"));
        model.put("words", Map.of("a", "A"));
        model.put(
                "people",
                List.of(ann, new Row(SCRIPT, "<b>noted</b>", 10, 3L, Colour.BLUE, ONE, LocalDate.of(2026, 3, 1))));
        model.put(
                "bracketed",
                List.of(new Row("[[${7*7}]] [(${7*7})]", null, 1, 1L, Colour.RED, ONE, LocalDate.of(2026, 3, 1))));
        model.put("scripts", List.of(new Row(SCRIPT, SCRIPT, 1, 1L, Colour.RED, ONE, LocalDate.of(2026, 3, 1))));
        return engine.process(template, new Context(Locale.UK, model));
    }

    private static SpringTemplateEngine engine() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setMessageSource(new StaticMessageSource());
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setResolvablePatterns(Set.of("shared/*"));
        files.setOrder(1);
        StringTemplateResolver texts = new StringTemplateResolver();
        texts.setOrder(2);
        engine.setTemplateResolvers(Set.of(files, texts));
        return engine;
    }
}
