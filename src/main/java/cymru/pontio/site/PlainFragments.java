package cymru.pontio.site;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.engine.TemplateModel;
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
 * Writes a fragment straight out, where {@code th:replace} names one that {@link PlainParts} can read, such as a tag, a row of a
 * summary or the layout, with the page that is handed to it. All others are left to Thymeleaf, which comes next.
 */
final class PlainFragments extends AbstractAttributeTagProcessor {
    /** Just before Thymeleaf's own, which has 100. */
    private static final int BEFORE_REPLACE = 99;

    /** How a fragment of the own template is named. */
    private static final String OWN = "~{::";

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Body> bodies = new ConcurrentHashMap<>();

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
        String own = context.getTemplateData().getTemplate();
        String place = value.startsWith(OWN) ? own + value : value;
        Known fragment = known.get(place);
        if (fragment == null) {
            fragment = read(context, own, value);
            known.put(place, fragment);
        }
        if (fragment.part == null) return;
        StringBuilder text = new StringBuilder(512);
        try {
            fragment.part.write(context, text);
        } catch (PlainExpression.Unsure unsure) {
            known.put(place, Known.NOT_PLAIN);
            return;
        }
        structure.replaceWith(PlainParts.literal(text.toString()), false);
    }

    private Known read(ITemplateContext context, String own, String value) {
        try {
            return new Known(part(context, own, value));
        } catch (PlainExpression.Unsure notPlain) {
            return Known.NOT_PLAIN;
        }
    }

    /**
     * What {@code th:replace} puts in its place.
     *
     * @param own the template in which it stands
     */
    PlainParts.Part part(ITemplateContext context, String own, String value) {
        return switch (PlainParts.parsed(context, value)) {
            case VariableExpression handed -> new Handed(this, handed, new ConcurrentHashMap<>());
            case FragmentExpression named -> named(context, own, named);
            default -> throw PlainExpression.Unsure.UNSURE;
        };
    }

    private record Place(String template, int line, int column) {}

    /** A fragment that another template hands over, such as a page to the layout around it. */
    private record Handed(PlainFragments all, VariableExpression name, Map<Place, Known> known)
            implements PlainParts.Part {
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
                parts = read(context, model);
                known.put(place, parts);
            }
            int from = page.length();
            if (parts.part != null)
                try {
                    write(parts.part, (IEngineContext) context, model, page);
                    return;
                } catch (PlainExpression.Unsure unsure) {
                    known.put(place, Known.NOT_PLAIN);
                    page.setLength(from);
                }
            StringWriter rest = new StringWriter();
            context.getConfiguration().getTemplateManager().process(model, context, rest);
            page.append(rest.getBuffer());
        }

        private static void write(
                PlainParts.Part part, IEngineContext context, TemplateModel model, StringBuilder page) {
            context.increaseLevel();
            try {
                context.setTemplateData(model.getTemplateData());
                part.write(context, page);
            } finally {
                context.decreaseLevel();
            }
        }

        private Known read(ITemplateContext context, TemplateModel model) {
            try {
                List<PlainParts.Part> parts = new PlainParts(all, context, model).all();
                return new Known((page, text) -> {
                    for (PlainParts.Part part : parts) part.write(page, text);
                });
            } catch (PlainExpression.Unsure notPlain) {
                return Known.NOT_PLAIN;
            }
        }
    }

    /** What a fragment is made of, wherever it is asked for. */
    private record Body(TemplateData template, List<String> names, List<PlainParts.Part> parts) {}

    /**
     * A fragment that is named, perhaps with its template, and given its values in their order: {@code ~{a/b :: c(x, y)}}. One
     * without a template stands in the own one; Thymeleaf would look further.
     */
    private PlainParts.Part named(ITemplateContext context, String own, FragmentExpression call) {
        if (!call.hasFragmentSelector() || call.hasParameters() && !call.hasSyntheticParameters())
            throw PlainExpression.Unsure.UNSURE;
        String template = call.getTemplateName() == null ? own : fixed(call.getTemplateName(), context);
        String selector = fixed(call.getFragmentSelector(), context);
        Body body = bodies.get(template + " :: " + selector);
        if (body == null) {
            body = body(context, template, selector);
            bodies.put(template + " :: " + selector, body);
        }
        List<IStandardExpression> values = call.hasParameters()
                ? call.getParameters().getAssignations().stream()
                        .map(Assignation::getRight)
                        .toList()
                : List.of();
        if (body.names.size() != values.size()) throw PlainExpression.Unsure.UNSURE;
        return new Call(body, values);
    }

    private record Call(Body body, List<IStandardExpression> values) implements PlainParts.Part {
        @Override
        public void write(ITemplateContext context, StringBuilder page) {
            @Nullable Object[] given = new @Nullable Object[values.size()];
            for (int i = 0; i < given.length; i++) {
                given[i] = values.get(i).execute(context);
                if (given[i] instanceof NoOpToken) throw PlainExpression.Unsure.UNSURE;
            }
            IEngineContext engine = (IEngineContext) context;
            engine.increaseLevel();
            try {
                engine.setTemplateData(body.template);
                for (int i = 0; i < given.length; i++) engine.setVariable(body.names.get(i), given[i]);
                for (PlainParts.Part part : body.parts) part.write(context, page);
            } finally {
                engine.decreaseLevel();
            }
        }
    }

    private Body body(ITemplateContext context, String template, String selector) {
        TemplateModel model = context.getConfiguration()
                .getTemplateManager()
                .parseStandalone(context, template, Set.of(selector), TemplateMode.HTML, true, true);
        if (model.size() < 3) throw PlainExpression.Unsure.UNSURE;
        int begin = 0;
        while (!(model.get(begin) instanceof IProcessableElementTag)) begin++;
        String signature = ((IProcessableElementTag) model.get(begin)).getAttributeValue("th:fragment");
        if (signature == null) throw PlainExpression.Unsure.UNSURE;
        FragmentSignature fragment =
                FragmentSignatureUtils.parseFragmentSignature(context.getConfiguration(), signature);
        PlainParts inner = new PlainParts(this, context, model);
        if (inner.element(begin, false) + 1 < model.size()) throw PlainExpression.Unsure.UNSURE;
        return new Body(
                model.getTemplateData(),
                fragment.hasParameters() ? fragment.getParameterNames() : List.of(),
                List.copyOf(inner.done()));
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
