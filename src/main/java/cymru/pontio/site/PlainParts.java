package cymru.pontio.site;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.IText;
import org.thymeleaf.standard.expression.Assignation;
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

    /** A piece of a page. */
    interface Part {
        void write(ITemplateContext context, StringBuilder page);
    }

    private final PlainFragments fragments;
    private final ITemplateContext context;
    private final IModel model;
    private final String own;
    private List<Part> parts = new ArrayList<>();
    private StringBuilder still = new StringBuilder();

    PlainParts(PlainFragments fragments, ITemplateContext context, IModel model) {
        this.fragments = fragments;
        this.context = context;
        this.model = model;
        this.own = (model instanceof TemplateModel whole ? whole.getTemplateData() : context.getTemplateData())
                .getTemplate();
    }

    /** All that stands between the beginning and the end of a fragment. */
    List<Part> all() {
        for (int at = 1; at < model.size() - 1; ) at = event(at);
        return done();
    }

    /** @return where the next one begins */
    int element(int at, boolean repeated) {
        IProcessableElementTag tag = (IProcessableElementTag) model.get(at);
        if (tag.hasAttribute(PlainTag.KEPT)) return kept(at, tag);
        return unkept(at, repeated);
    }

    /** As {@link KeptDialect} keeps it. */
    private int kept(int at, IProcessableElementTag tag) {
        IStandardExpression key = read(tag).required(PlainTag.KEPT);
        List<Part> around = done();
        int next = unkept(at, false);
        List<Part> inner = done();
        parts = around;
        Map<String, String> texts = new ConcurrentHashMap<>();
        parts.add((page, text) -> {
            String place = KeptDialect.base(page) + ' ' + text(key, page);
            String known = texts.get(place);
            if (known == null) {
                StringBuilder written = new StringBuilder();
                for (Part part : inner) part.write(page, written);
                known = written.toString();
                KeptDialect.mustBeFew(texts.size(), tag);
                texts.put(place, known);
            }
            text.append(known);
        });
        return next;
    }

    private int unkept(int at, boolean repeated) {
        IProcessableElementTag tag = (IProcessableElementTag) model.get(at);
        if (!repeated && tag.hasAttribute("th:each")) return each(at, tag);
        IStandardExpression yes = read(tag).expression("th:if");
        IStandardExpression no = read(tag).expression("th:unless");
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
        List<Assignation> named = read(tag).assignations("th:with");
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
        IStandardExpression words = read(tag).expression("th:text");
        List<IStandardExpression> asserted = asserted(tag);
        if (!asserted.isEmpty())
            add((page, text) -> {
                // Thymeleaf says which one.
                for (IStandardExpression one : asserted)
                    if (!EvaluationUtils.evaluateAsBoolean(one.execute(page))) throw PlainExpression.Unsure.UNSURE;
            });
        List<Part> opening = read(tag).opening(repeated);
        if (block && opening.size() > 1) throw PlainExpression.Unsure.UNSURE;
        if (!block) addAll(opening);
        if (tag.hasAttribute("th:action")) add(read(tag).hidden());
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
        add(fragments.part(context, own, Objects.requireNonNull(tag.getAttributeValue("th:replace"))));
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

    static Part still(String words) {
        return (page, text) -> text.append(words);
    }

    private PlainTag read(IProcessableElementTag tag) {
        return new PlainTag(context, tag);
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

    static String unescaped(String value) {
        // Preprocessed anew each time.
        if (value.indexOf("__") != value.lastIndexOf("__")) throw PlainExpression.Unsure.UNSURE;
        return Objects.requireNonNull(EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, value));
    }

    /** Two brackets together in what somebody typed would be read as an expression of the template. */
    static String literal(String html) {
        return html.indexOf('[') < 0 ? html : html.replace("[[", "&#91;[").replace("[(", "&#91;(");
    }

    static String text(IStandardExpression expression, ITemplateContext page) {
        Object value = expression.execute(page);
        if (value instanceof NoOpToken) throw PlainExpression.Unsure.UNSURE;
        return value == null ? "" : value.toString();
    }

    static String written(ITemplateEvent event) {
        try {
            StringWriter text = new StringWriter();
            event.write(text);
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
