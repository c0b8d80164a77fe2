package cymru.pontio.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.spring6.requestdata.RequestDataValueProcessorUtils;
import org.thymeleaf.standard.expression.Assignation;
import org.thymeleaf.standard.expression.AssignationUtils;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.util.EvaluationUtils;
import org.unbescape.html.HtmlEscape;

/** Reads one tag of a template into parts that write it; Thymeleaf writes what does not change. */
final class PlainTag {
    static final String KEPT = "pontio:kept";

    /** Seen to before the tag is written. */
    private static final Set<String> DONE =
            Set.of("th:if", "th:unless", "th:with", "th:text", "th:assert", "th:fragment", "th:attr", KEPT, "xmlns:th");

    /** Written even when they are empty. */
    private static final Set<String> KEPT_EMPTY = Set.of("th:href", "th:src", "th:value");

    /** Left out when they are empty. */
    private static final Set<String> SET = Set.of(
            "th:class", "th:id", "th:title", "th:lang", "th:hreflang", "th:datetime", "th:headers", "th:aria-label");

    /** A value, or an attribute with its value. */
    private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001| ([\\w-]+)=([\"'])\uE002(\\d+)\uE003\\3");

    /** Those that are there or not, such as {@code checked}, Thymeleaf writes in a way of its own. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(aria|data)-[a-z-]+|action|colspan|name|nonce|role|rowspan|style");

    private final ITemplateContext context;
    private final IModelFactory factory;
    private final IProcessableElementTag from;

    PlainTag(ITemplateContext context, IProcessableElementTag from) {
        this.context = context;
        this.factory = context.getModelFactory();
        this.from = from;
    }

    /** @param repeated by whoever reads it */
    List<PlainParts.Part> opening(boolean repeated) {
        IProcessableElementTag tag = from;
        List<PlainParts.Part> values = new ArrayList<>();
        IAttribute selected = null;
        for (IAttribute attribute : from.getAllAttributes()) {
            String name = attribute.getAttributeCompleteName();
            AttributeName key = attribute.getAttributeDefinition().getAttributeName();
            if (DONE.contains(name) || repeated && name.equals("th:each")) {
                tag = factory.removeAttribute(tag, key);
            } else if (name.equals("th:selected")) {
                selected = attribute;
            } else if (name.equals("th:action")) {
                tag = factory.replaceAttribute(tag, key, "action", mark(values.size()));
                values.add(action());
            } else if (name.equals("th:classappend")) {
                tag = factory.setAttribute(
                        factory.removeAttribute(tag, key), "class", fixedClass() + mark(values.size()));
                IStandardExpression more = required(name);
                values.add((page, text) -> {
                    String one = PlainParts.text(more, page);
                    if (!one.isEmpty()) text.append(' ').append(HtmlEscape.escapeHtml4Xml(one));
                });
            } else if (KEPT_EMPTY.contains(name) && !from.hasAttribute(name.substring(3))) {
                tag = factory.replaceAttribute(tag, key, name.substring(3), mark(values.size()));
                IStandardExpression value = required(name);
                values.add((page, text) -> text.append(HtmlEscape.escapeHtml4Xml(PlainParts.text(value, page))));
            } else if (SET.contains(name) && !from.hasAttribute(name.substring(3))) {
                tag = factory.replaceAttribute(tag, key, name.substring(3), optional(values.size()));
                values.add(attribute(name.substring(3), required(name)));
            } else if (name.indexOf(':') >= 0) {
                throw PlainExpression.Unsure.UNSURE;
            }
        }
        for (Assignation one : assignations("th:attr")) {
            String name = one.getLeft().getStringRepresentation();
            if (!ATTRIBUTE.matcher(name).matches() || from.hasAttribute(name)) throw PlainExpression.Unsure.UNSURE;
            tag = factory.setAttribute(tag, name, optional(values.size()));
            values.add(attribute(name, one.getRight()));
        }
        return selected == null ? marked(tag, values) : List.of(selected(tag, selected, values));
    }

    private PlainParts.Part action() {
        IStandardExpression url = required("th:action");
        String method = Objects.requireNonNullElse(from.getAttributeValue("method"), "get");
        return (page, text) -> text.append(RequestDataValueProcessorUtils.processAction(
                page, HtmlEscape.escapeHtml4Xml(PlainParts.text(url, page)), method));
    }

    /** What Spring adds to a form: its token, and the key by which it counts once. */
    PlainParts.Part hidden() {
        if (!from.getElementCompleteName().equals("form") || from.hasAttribute("action"))
            throw PlainExpression.Unsure.UNSURE;
        return (page, text) -> {
            Map<String, String> fields = RequestDataValueProcessorUtils.getExtraHiddenFields(page);
            if (fields != null)
                fields.forEach((name, value) -> text.append("<input type=\"hidden\" name=\"")
                        .append(name)
                        .append("\" value=\"")
                        .append(HtmlEscape.escapeHtml4Xml(value))
                        .append("\"/>"));
        };
    }

    /** With its name, for Thymeleaf leaves out what is empty. */
    private static PlainParts.Part attribute(String name, IStandardExpression value) {
        return (page, text) -> {
            String one = PlainParts.text(value, page);
            if (!one.isEmpty())
                text.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(HtmlEscape.escapeHtml4Xml(one))
                        .append('"');
        };
    }

    List<Assignation> assignations(String attribute) {
        String value = from.getAttributeValue(attribute);
        if (value == null) return List.of();
        return AssignationUtils.parseAssignationSequence(context, PlainParts.unescaped(value), false)
                .getAssignations();
    }

    private PlainParts.Part selected(IProcessableElementTag tag, IAttribute selected, List<PlainParts.Part> values) {
        AttributeName key = selected.getAttributeDefinition().getAttributeName();
        IStandardExpression whether = required("th:selected");
        List<PlainParts.Part> with = marked(factory.replaceAttribute(tag, key, "selected", "selected"), values);
        List<PlainParts.Part> without = marked(factory.removeAttribute(tag, key), values);
        return (page, text) -> {
            for (PlainParts.Part part : EvaluationUtils.evaluateAsBoolean(whether.execute(page)) ? with : without)
                part.write(page, text);
        };
    }

    private static List<PlainParts.Part> marked(IProcessableElementTag tag, List<PlainParts.Part> values) {
        String text = PlainParts.written(tag);
        List<PlainParts.Part> all = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find()) {
            all.add(PlainParts.still(text.substring(from, mark.start())));
            all.add(values.get(Integer.parseInt(mark.group(1) == null ? mark.group(4) : mark.group(1))));
            from = mark.end();
        }
        all.add(PlainParts.still(text.substring(from)));
        return all;
    }

    private static String mark(int number) {
        return "\uE000" + number + "\uE001";
    }

    private static String optional(int number) {
        return "\uE002" + number + "\uE003";
    }

    private String fixedClass() {
        String fixed = from.getAttributeValue("class");
        if (fixed == null || fixed.isEmpty() || from.hasAttribute("th:class")) throw PlainExpression.Unsure.UNSURE;
        return fixed;
    }

    IStandardExpression required(String attribute) {
        return Objects.requireNonNull(expression(attribute));
    }

    @Nullable
    IStandardExpression expression(String attribute) {
        String value = from.getAttributeValue(attribute);
        return value == null ? null : PlainParts.parsed(context, value);
    }
}
