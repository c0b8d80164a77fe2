package cymru.pontio.site;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.IText;
import org.thymeleaf.standard.expression.Assignation;
import org.thymeleaf.standard.expression.AssignationUtils;
import org.thymeleaf.standard.expression.ExpressionSequenceUtils;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.standard.expression.NoOpToken;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;
import org.thymeleaf.util.EvaluationUtils;
import org.unbescape.html.HtmlEscape;

/**
 * Reads an element of a template into parts that write it: fixed text, escaped values, conditions. Thymeleaf itself writes the
 * tags, with marks where values go. What it does not know makes it {@link PlainExpression.Unsure}.
 */
final class PlainParts {
    /** Thymeleaf repeats the white space before these with them; of those it knows, the ones that we repeat. */
    private static final Set<String> SPACED = Set.of(
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "form",
            "h2",
            "h3",
            "li",
            "ol",
            "option",
            "p",
            "section",
            "table",
            "tbody",
            "td",
            "th",
            "tr",
            "ul");

    /** Seen to before the tag is written. */
    private static final Set<String> DONE =
            Set.of("th:if", "th:unless", "th:with", "th:text", "th:assert", "th:fragment", "th:attr");

    /** Written even when they are empty. */
    private static final Set<String> KEPT_EMPTY = Set.of("th:href", "th:value");

    /** Left out when they are empty. */
    private static final Set<String> SET = Set.of(
            "th:class", "th:id", "th:title", "th:lang", "th:hreflang", "th:datetime", "th:headers", "th:aria-label");

    /** A piece of a page. */
    interface Part {
        void write(ITemplateContext context, StringBuilder page);
    }

    /** A value, or an attribute with its value. */
    private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001| ([\\w-]+)=([\"'])\uE002(\\d+)\uE003\\3");

    /** Those that are there or not, such as {@code checked}, Thymeleaf writes in a way of its own. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(aria|data)-[a-z-]+|action|role|style|colspan|rowspan|name");

    private final ITemplateContext context;
    private final IModelFactory factory;
    private final IModel model;
    private List<Part> parts = new ArrayList<>();
    private StringBuilder still = new StringBuilder();

    PlainParts(ITemplateContext context, IModel model) {
        this.context = context;
        this.factory = context.getModelFactory();
        this.model = model;
    }

    /** All that stands between the beginning and the end of a fragment. */
    List<Part> all() {
        for (int at = 1; at < model.size() - 1; ) at = event(at);
        return done();
    }

    /** @return where the next one begins */
    int element(int at, boolean repeated) {
        IProcessableElementTag tag = (IProcessableElementTag) model.get(at);
        if (!repeated && tag.hasAttribute("th:each")) return each(at, tag);
        IStandardExpression yes = expression(tag, "th:if");
        IStandardExpression no = expression(tag, "th:unless");
        if (yes == null && no == null) return shown(at, repeated);
        List<Part> around = done();
        int next = shown(at, repeated);
        List<Part> inner = done();
        parts = around;
        parts.add((page, text) -> {
            if (yes != null && !EvaluationUtils.evaluateAsBoolean(yes.execute(page))) return;
            if (no != null && EvaluationUtils.evaluateAsBoolean(no.execute(page))) return;
            for (Part part : inner) part.write(page, text);
        });
        return next;
    }

    private int each(int at, IProcessableElementTag tag) {
        PlainRows.Rows head = PlainRows.head(context, model, Objects.requireNonNull(tag.getAttributeValue("th:each")));
        String space = SPACED.contains(tag.getElementCompleteName()) ? spaceBefore(at) : "";
        List<Part> around = done();
        int next = element(at, true);
        PlainRows.Rows rows = head.of(done());
        parts = around;
        parts.add((page, text) -> rows.write((IEngineContext) page, text, space));
        return next;
    }

    private String spaceBefore(int at) {
        if (at == 0 || !(model.get(at - 1) instanceof IText before)) return "";
        String words = before.getText();
        return words.substring(words.stripTrailing().length());
    }

    /** What was read so far; what comes is read into another. */
    List<Part> done() {
        flush();
        List<Part> read = parts;
        parts = new ArrayList<>();
        return read;
    }

    private int shown(int at, boolean repeated) {
        IProcessableElementTag tag = (IProcessableElementTag) model.get(at);
        if (tag.hasAttribute("th:replace")) return replaced(at, tag);
        List<Assignation> named = assignations(tag, "th:with");
        if (named.isEmpty()) return tag(at, repeated);
        List<Part> around = done();
        int next = tag(at, repeated);
        List<Part> inner = done();
        parts = around;
        parts.add((page, text) -> {
            IEngineContext engine = (IEngineContext) page;
            engine.increaseLevel();
            try {
                for (Assignation one : named)
                    engine.setVariable(text(one.getLeft(), page), one.getRight().execute(page));
                for (Part part : inner) part.write(page, text);
            } finally {
                engine.decreaseLevel();
            }
        });
        return next;
    }

    private int tag(int at, boolean repeated) {
        IProcessableElementTag tag = (IProcessableElementTag) model.get(at);
        boolean block = tag.getElementCompleteName().equals("th:block");
        IStandardExpression words = expression(tag, "th:text");
        List<IStandardExpression> asserted = asserted(tag);
        if (!asserted.isEmpty())
            add((page, text) -> {
                // Thymeleaf says which one.
                for (IStandardExpression one : asserted)
                    if (!EvaluationUtils.evaluateAsBoolean(one.execute(page))) throw PlainExpression.Unsure.UNSURE;
            });
        List<Part> opening = opening(tag, repeated);
        if (block && opening.size() > 1) throw PlainExpression.Unsure.UNSURE;
        if (!block) addAll(opening);
        if (!(tag instanceof IOpenElementTag)) {
            if (words != null || block) throw PlainExpression.Unsure.UNSURE;
            return at + 1;
        }
        int next = at + 1;
        while (!(model.get(next) instanceof ICloseElementTag)) {
            if (words == null) next = event(next);
            else if (model.get(next) instanceof IText) next++;
            else throw PlainExpression.Unsure.UNSURE;
        }
        ICloseElementTag closing = (ICloseElementTag) model.get(next);
        if (closing.isUnmatched()) throw PlainExpression.Unsure.UNSURE;
        if (words != null) add((page, text) -> text.append(HtmlEscape.escapeHtml4Xml(text(words, page))));
        if (!block) still.append(written(closing));
        return next + 1;
    }

    /** A fragment stands in its place, with all that is in it. */
    private int replaced(int at, IProcessableElementTag tag) {
        for (IAttribute attribute : tag.getAllAttributes()) {
            String name = attribute.getAttributeCompleteName();
            if (name.indexOf(':') >= 0 && !name.equals("th:replace")) throw PlainExpression.Unsure.UNSURE;
        }
        add(PlainFragments.part(context, Objects.requireNonNull(tag.getAttributeValue("th:replace"))));
        if (!(tag instanceof IOpenElementTag)) return at + 1;
        int next = at + 1;
        for (int depth = 1; depth > 0; next++) {
            if (model.get(next) instanceof IOpenElementTag) depth++;
            if (model.get(next) instanceof ICloseElementTag closing) {
                if (closing.isUnmatched()) throw PlainExpression.Unsure.UNSURE;
                depth--;
            }
        }
        return next;
    }

    private int event(int at) {
        ITemplateEvent event = model.get(at);
        if (event instanceof IProcessableElementTag) return element(at, false);
        if (!(event instanceof IText words) || !literal(words.getText()).equals(words.getText()))
            throw PlainExpression.Unsure.UNSURE;
        still.append(words.getText());
        return at + 1;
    }

    private List<Part> opening(IProcessableElementTag from, boolean repeated) {
        IProcessableElementTag tag = from;
        List<Part> values = new ArrayList<>();
        IAttribute selected = null;
        for (IAttribute attribute : from.getAllAttributes()) {
            String name = attribute.getAttributeCompleteName();
            AttributeName key = attribute.getAttributeDefinition().getAttributeName();
            if (DONE.contains(name) || repeated && name.equals("th:each")) {
                tag = factory.removeAttribute(tag, key);
            } else if (name.equals("th:selected")) {
                selected = attribute;
            } else if (name.equals("th:classappend")) {
                tag = factory.setAttribute(
                        factory.removeAttribute(tag, key), "class", fixedClass(from) + mark(values.size()));
                IStandardExpression more = required(from, name);
                values.add((page, text) -> {
                    String one = text(more, page);
                    if (!one.isEmpty()) text.append(' ').append(HtmlEscape.escapeHtml4Xml(one));
                });
            } else if (KEPT_EMPTY.contains(name) && !from.hasAttribute(name.substring(3))) {
                tag = factory.replaceAttribute(tag, key, name.substring(3), mark(values.size()));
                IStandardExpression value = required(from, name);
                values.add((page, text) -> text.append(HtmlEscape.escapeHtml4Xml(text(value, page))));
            } else if (SET.contains(name) && !from.hasAttribute(name.substring(3))) {
                tag = factory.replaceAttribute(tag, key, name.substring(3), optional(values.size()));
                values.add(attribute(name.substring(3), required(from, name)));
            } else if (name.indexOf(':') >= 0) {
                throw PlainExpression.Unsure.UNSURE;
            }
        }
        for (Assignation one : assignations(from, "th:attr")) {
            String name = one.getLeft().getStringRepresentation();
            if (!ATTRIBUTE.matcher(name).matches() || from.hasAttribute(name)) throw PlainExpression.Unsure.UNSURE;
            tag = factory.setAttribute(tag, name, optional(values.size()));
            values.add(attribute(name, one.getRight()));
        }
        return selected == null ? marked(tag, values) : List.of(selected(from, tag, selected, values));
    }

    /** With its name, for Thymeleaf leaves out what is empty. */
    private static Part attribute(String name, IStandardExpression value) {
        return (page, text) -> {
            String one = text(value, page);
            if (!one.isEmpty())
                text.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(HtmlEscape.escapeHtml4Xml(one))
                        .append('"');
        };
    }

    private List<Assignation> assignations(IProcessableElementTag tag, String attribute) {
        String value = tag.getAttributeValue(attribute);
        if (value == null) return List.of();
        return AssignationUtils.parseAssignationSequence(context, unescaped(value), false)
                .getAssignations();
    }

    private Part selected(
            IProcessableElementTag from, IProcessableElementTag tag, IAttribute selected, List<Part> values) {
        AttributeName key = selected.getAttributeDefinition().getAttributeName();
        IStandardExpression whether = required(from, "th:selected");
        List<Part> with = marked(factory.replaceAttribute(tag, key, "selected", "selected"), values);
        List<Part> without = marked(factory.removeAttribute(tag, key), values);
        return (page, text) -> {
            for (Part part : EvaluationUtils.evaluateAsBoolean(whether.execute(page)) ? with : without)
                part.write(page, text);
        };
    }

    private static List<Part> marked(IProcessableElementTag tag, List<Part> values) {
        String text = written(tag);
        List<Part> all = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find()) {
            all.add(still(text.substring(from, mark.start())));
            all.add(values.get(Integer.parseInt(mark.group(1) == null ? mark.group(4) : mark.group(1))));
            from = mark.end();
        }
        all.add(still(text.substring(from)));
        return all;
    }

    private static String mark(int number) {
        return "\uE000" + number + "\uE001";
    }

    private static String optional(int number) {
        return "\uE002" + number + "\uE003";
    }

    private static Part still(String words) {
        return (page, text) -> text.append(words);
    }

    private void addAll(List<Part> more) {
        flush();
        parts.addAll(more);
    }

    private void add(Part part) {
        flush();
        parts.add(part);
    }

    private void flush() {
        if (still.isEmpty()) return;
        parts.add(still(still.toString()));
        still = new StringBuilder();
    }

    private static String fixedClass(IProcessableElementTag tag) {
        String fixed = tag.getAttributeValue("class");
        if (fixed == null || fixed.isEmpty() || tag.hasAttribute("th:class")) throw PlainExpression.Unsure.UNSURE;
        return fixed;
    }

    private IStandardExpression required(IProcessableElementTag tag, String attribute) {
        return Objects.requireNonNull(expression(tag, attribute));
    }

    private @Nullable IStandardExpression expression(IProcessableElementTag tag, String attribute) {
        String value = tag.getAttributeValue(attribute);
        return value == null ? null : parsed(context, value);
    }

    private List<IStandardExpression> asserted(IProcessableElementTag tag) {
        String value = tag.getAttributeValue("th:assert");
        return value == null
                ? List.of()
                : ExpressionSequenceUtils.parseExpressionSequence(context, unescaped(value))
                        .getExpressions();
    }

    static IStandardExpression parsed(ITemplateContext context, String value) {
        return StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, unescaped(value));
    }

    private static String unescaped(String value) {
        // Preprocessed anew each time.
        if (value.contains("__")) throw PlainExpression.Unsure.UNSURE;
        return Objects.requireNonNull(EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, value));
    }

    /** Two brackets together in what somebody typed would be read as an expression of the template. */
    static String literal(String html) {
        return html.indexOf('[') < 0 ? html : html.replace("[[", "&#91;[").replace("[(", "&#91;(");
    }

    private static String text(IStandardExpression expression, ITemplateContext page) {
        Object value = expression.execute(page);
        if (value instanceof NoOpToken) throw PlainExpression.Unsure.UNSURE;
        return value == null ? "" : value.toString();
    }

    private static String written(ITemplateEvent event) {
        try {
            StringWriter text = new StringWriter();
            event.write(text);
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
