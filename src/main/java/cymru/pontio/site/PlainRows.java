package cymru.pontio.site;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeModelProcessor;
import org.thymeleaf.processor.element.IElementModelStructureHandler;
import org.thymeleaf.standard.expression.Each;
import org.thymeleaf.standard.expression.EachUtils;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/**
 * Writes the rows of a table and the options of a choice straight out, where {@code th:each} stands on a {@code tr} or
 * {@code option} (with {@code th:selected}) that {@link PlainParts} can read. Everything else, and a row with a value it was not made for, is left to
 * Thymeleaf, which comes next.
 */
final class PlainRows extends AbstractAttributeModelProcessor {
    /** Just before Thymeleaf's own, which has 200. */
    private static final int BEFORE_EACH = 199;

    /** White space between these is never shown. */
    static final Set<String> REPEATED = Set.of("tr", "option");

    private final PlainFragments fragments;
    private final Map<Place, Rows> known = new ConcurrentHashMap<>();

    /** @param element one of {@link #REPEATED} */
    PlainRows(String prefix, String element, PlainFragments fragments) {
        super(TemplateMode.HTML, prefix, element, false, "each", true, BEFORE_EACH, false);
        this.fragments = fragments;
    }

    private record Place(String template, int line, int column) {}

    /** @param parts of one row; none when Thymeleaf must do it */
    record Rows(@Nullable String variable, @Nullable IStandardExpression all, List<PlainParts.Part> parts) {
        static final Rows NOT_PLAIN = new Rows(null, null, List.of());

        Rows of(List<PlainParts.Part> parts) {
            return new Rows(variable, all, List.copyOf(parts));
        }

        /** @param space between one and the next */
        void write(IEngineContext context, StringBuilder page, String space) {
            if (variable == null || all == null) throw PlainExpression.Unsure.UNSURE;
            context.increaseLevel();
            try {
                if (!(all.execute(context) instanceof Iterable<?> rows)) throw PlainExpression.Unsure.UNSURE;
                boolean first = true;
                for (Object row : rows) {
                    if (!first) page.append(space);
                    first = false;
                    context.setVariable(variable, row);
                    for (PlainParts.Part part : parts) part.write(context, page);
                }
            } finally {
                context.decreaseLevel();
            }
        }
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IModel model,
            AttributeName attribute,
            String value,
            IElementModelStructureHandler structure) {
        IProcessableElementTag tag = (IProcessableElementTag) model.get(0);
        if (!(context instanceof IEngineContext page)) return;
        // An option that does not say itself when it is chosen is told by the field of its select.
        if (tag.getElementCompleteName().equals("option") && !tag.hasAttribute("th:selected")) return;
        Place place = new Place(tag.getTemplateName(), tag.getLine(), tag.getCol());
        Rows rows = known.get(place);
        if (rows == null) {
            rows = read(context, model, value);
            known.put(place, rows);
        }
        if (rows == Rows.NOT_PLAIN) return;
        StringBuilder text = new StringBuilder(4096);
        try {
            rows.write(page, text, "");
        } catch (PlainExpression.Unsure unsure) {
            known.put(place, Rows.NOT_PLAIN);
            return;
        }
        model.reset();
        model.add(context.getModelFactory().createText(PlainParts.literal(text.toString())));
    }

    private Rows read(ITemplateContext context, IModel model, String value) {
        try {
            Rows head = head(context, model, value);
            PlainParts parts = new PlainParts(fragments, context, model);
            parts.element(0, true);
            return head.of(parts.done());
        } catch (PlainExpression.Unsure notPlain) {
            return Rows.NOT_PLAIN;
        }
    }

    /** Over what is gone, under which name. */
    static Rows head(ITemplateContext context, IModel model, String value) {
        Each each = EachUtils.parseEach(context, EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, value));
        Object variable = each.getIterVar().execute(context);
        if (each.hasStatusVar() || variable == null || source(model).contains(variable + "Stat"))
            throw PlainExpression.Unsure.UNSURE;
        return new Rows(variable.toString(), each.getIterable(), List.of());
    }

    private static String source(IModel model) {
        try {
            StringWriter text = new StringWriter();
            model.write(text);
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
