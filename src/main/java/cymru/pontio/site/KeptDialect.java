package cymru.pontio.site;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.TemplateManager;
import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeModelProcessor;
import org.thymeleaf.processor.element.IElementModelStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code pontio:kept="${key}"} on an element: it is rendered once for each key and then kept as text. What it shows must
 * follow from the key alone, which is one of few: never a name, a nonce, a token or anything typed.
 */
@Component
class KeptDialect extends AbstractProcessorDialect {
    /** Before all of Thymeleaf's own, which begin at 1000. */
    private static final int FIRST = 500;

    /** Far more than languages, roles and sections make; a key that is not one of few shows itself here. */
    private static final int MOST = 5000;

    KeptDialect() {
        super("kept", "pontio", FIRST);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Kept(prefix));
    }

    static void mustBeFew(int keys, IProcessableElementTag tag) {
        if (keys >= MOST)
            throw new TemplateProcessingException(
                    "kept under too many keys: " + tag.getTemplateName() + ":" + tag.getLine());
    }

    static String base(ITemplateContext context) {
        return context instanceof IWebContext web
                ? web.getExchange().getRequest().getApplicationPath()
                : "";
    }

    /** @param base what links begin with: the language, or nothing on an error page of an address without one */
    private record Place(String template, int line, int column, String key, String base) {}

    private static final class Kept extends AbstractAttributeModelProcessor {
        private final Map<Place, IText> texts = new ConcurrentHashMap<>();

        Kept(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "kept", true, FIRST, false);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IModel model,
                AttributeName attribute,
                String value,
                IElementModelStructureHandler structure) {
            IProcessableElementTag tag = (IProcessableElementTag) model.get(0);
            Object key = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value)
                    .execute(context);
            Place place =
                    new Place(tag.getTemplateName(), tag.getLine(), tag.getCol(), Objects.toString(key), base(context));
            IText text = texts.get(place);
            if (text == null) {
                model.replace(0, context.getModelFactory().removeAttribute(tag, attribute));
                text = context.getModelFactory().createText(PlainParts.literal(rendered(context, tag, model)));
                mustBeFew(texts.size(), tag);
                texts.put(place, text);
            }
            model.reset();
            model.add(text);
        }

        private static String rendered(ITemplateContext context, IProcessableElementTag tag, IModel model) {
            try {
                StringWriter source = new StringWriter();
                model.write(source);
                TemplateManager templates = context.getConfiguration().getTemplateManager();
                TemplateModel template = templates.parseString(
                        context.getTemplateData(),
                        source.toString(),
                        tag.getLine() - 1,
                        tag.getCol() - 1,
                        TemplateMode.HTML,
                        false);
                StringWriter page = new StringWriter();
                templates.process(template, context, page);
                return page.toString();
            } catch (IOException e) {
                throw new TemplateProcessingException("Could not keep a part of the page", e);
            }
        }
    }
}
