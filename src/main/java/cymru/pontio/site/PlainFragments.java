package cymru.pontio.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.Assignation;
import org.thymeleaf.standard.expression.Fragment;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.FragmentSignature;
import org.thymeleaf.standard.expression.FragmentSignatureUtils;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.standard.expression.NoOpToken;
import org.thymeleaf.standard.expression.VariableExpression;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Writes a fragment straight out, where {@code th:replace} names one that {@link PlainParts} can read, such as a tag or a row of
 * a summary. All others are left to Thymeleaf, which comes next.
 */
final class PlainFragments extends AbstractAttributeTagProcessor {
    /** Just before Thymeleaf's own, which has 100. */
    private static final int BEFORE_REPLACE = 99;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    PlainFragments(String prefix) {
        super(TemplateMode.HTML, prefix, null, false, "replace", true, BEFORE_REPLACE, false);
    }

    /** @param part none when Thymeleaf must do it */
    private record Known(PlainParts.@Nullable Part part) {
        static final Known NOT_PLAIN = new Known(null);
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName attribute,
            String value,
            IElementTagStructureHandler structure) {
        if (!(context instanceof IEngineContext)) return;
        Known fragment = known.get(value);
        if (fragment == null) {
            fragment = new Known(read(context, value));
            known.put(value, fragment);
        }
        if (fragment.part == null) return;
        StringBuilder text = new StringBuilder(512);
        try {
            fragment.part.write(context, text);
        } catch (PlainExpression.Unsure unsure) {
            // What is handed over differs from page to page, and is known by its place.
            if (!(fragment.part instanceof Handed)) known.put(value, Known.NOT_PLAIN);
            return;
        }
        structure.replaceWith(PlainParts.literal(text.toString()), false);
    }

    private static PlainParts.@Nullable Part read(ITemplateContext context, String value) {
        try {
            return part(context, value);
        } catch (PlainExpression.Unsure notPlain) {
            return null;
        }
    }

    static PlainParts.Part part(ITemplateContext context, String value) {
        IStandardExpression expression = PlainParts.parsed(context, value);
        return expression instanceof VariableExpression handed
                ? new Handed(handed, new ConcurrentHashMap<>())
                : fragment(context, value);
    }

    private record Place(String template, int line, int column) {}

    /** A fragment that another template hands over, such as a page to the layout around it. */
    private record Handed(VariableExpression name, Map<Place, Known> known) implements PlainParts.Part {
        @Override
        public void write(ITemplateContext context, StringBuilder page) {
            if (!(name.execute(context) instanceof Fragment fragment)
                    || fragment.getParameters() != null
                            && !fragment.getParameters().isEmpty()) throw PlainExpression.Unsure.UNSURE;
            TemplateModel model = fragment.getTemplateModel();
            if (model.size() < 3) throw PlainExpression.Unsure.UNSURE;
            ITemplateEvent first = model.get(1);
            Place place = new Place(first.getTemplateName(), first.getLine(), first.getCol());
            Known parts = known.get(place);
            if (parts == null) {
                parts = new Known(read(context, model));
                known.put(place, parts);
            }
            if (parts.part == null) throw PlainExpression.Unsure.UNSURE;
            IEngineContext engine = (IEngineContext) context;
            engine.increaseLevel();
            try {
                engine.setTemplateData(model.getTemplateData());
                parts.part.write(context, page);
            } catch (PlainExpression.Unsure unsure) {
                known.put(place, Known.NOT_PLAIN);
                throw unsure;
            } finally {
                engine.decreaseLevel();
            }
        }

        private static PlainParts.@Nullable Part read(ITemplateContext context, TemplateModel model) {
            try {
                List<PlainParts.Part> parts = new PlainParts(context, model).all();
                return (page, text) -> {
                    for (PlainParts.Part part : parts) part.write(page, text);
                };
            } catch (PlainExpression.Unsure notPlain) {
                return null;
            }
        }
    }

    /** A fragment that is named with its template and given its values in their order: {@code ~{a/b :: c(x, y)}}. */
    static PlainParts.Part fragment(ITemplateContext context, String value) {
        if (!(PlainParts.parsed(context, value) instanceof FragmentExpression call)
                || call.getTemplateName() == null
                || !call.hasFragmentSelector()
                || call.hasParameters() && !call.hasSyntheticParameters()) throw PlainExpression.Unsure.UNSURE;
        String template = fixed(call.getTemplateName(), context);
        IModel model = context.getConfiguration()
                .getTemplateManager()
                .parseStandalone(
                        context,
                        template,
                        Set.of(fixed(call.getFragmentSelector(), context)),
                        TemplateMode.HTML,
                        true,
                        true);
        int begin = 0;
        while (!(model.get(begin) instanceof IProcessableElementTag)) begin++;
        IProcessableElementTag tag = (IProcessableElementTag) model.get(begin);
        String signature = tag.getAttributeValue("th:fragment");
        if (signature == null) throw PlainExpression.Unsure.UNSURE;
        FragmentSignature fragment =
                FragmentSignatureUtils.parseFragmentSignature(context.getConfiguration(), signature);
        List<String> names = fragment.hasParameters() ? fragment.getParameterNames() : List.of();
        List<IStandardExpression> values = call.hasParameters()
                ? call.getParameters().getAssignations().stream()
                        .map(Assignation::getRight)
                        .toList()
                : List.of();
        if (names.size() != values.size()) throw PlainExpression.Unsure.UNSURE;
        PlainParts inner = new PlainParts(context, model);
        if (inner.element(begin, false) + 1 < model.size()) throw PlainExpression.Unsure.UNSURE;
        List<PlainParts.Part> parts = List.copyOf(inner.done());
        return (page, text) -> {
            @Nullable Object[] given = new @Nullable Object[values.size()];
            for (int i = 0; i < given.length; i++) given[i] = values.get(i).execute(page);
            IEngineContext engine = (IEngineContext) page;
            engine.increaseLevel();
            try {
                for (int i = 0; i < given.length; i++) {
                    if (given[i] instanceof NoOpToken) throw PlainExpression.Unsure.UNSURE;
                    engine.setVariable(names.get(i), given[i]);
                }
                for (PlainParts.Part part : parts) part.write(page, text);
            } finally {
                engine.decreaseLevel();
            }
        };
    }

    /** What does not follow from the page. */
    private static String fixed(IStandardExpression expression, ITemplateContext context) {
        String text = expression.getStringRepresentation();
        if (text.contains("$") || text.contains("#{")) throw PlainExpression.Unsure.UNSURE;
        Object value = expression.execute(context);
        if (value == null || value.toString().isEmpty() || value.toString().equals("this"))
            throw PlainExpression.Unsure.UNSURE;
        return value.toString();
    }
}
