package cymru.pontio.site;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.spring6.expression.SPELVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.VariableExpression;

/**
 * Works out the {@code ${…}} of all templates: plain ones by {@link PlainExpression}, which is many times cheaper, all others
 * by Spring's expression language. An expression about which the first was once unsure goes to the second from then on.
 */
@Component
class PlainExpressions implements IStandardVariableExpressionEvaluator, BeanPostProcessor {
    private static final IStandardVariableExpressionEvaluator SPRING = SPELVariableExpressionEvaluator.INSTANCE;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringTemplateEngine engine) {
            engine.setDialects(engine.getDialects().stream().map(this::asked).collect(Collectors.toSet()));
            engine.setEngineContextFactory(new PageContexts());
        }
        return bean;
    }

    private IDialect asked(IDialect dialect) {
        return dialect instanceof SpringStandardDialect standard ? new Standard(standard, this) : dialect;
    }

    /** Thymeleaf's dialect for Spring, which lets nobody set the evaluator. */
    private static final class Standard extends SpringStandardDialect {
        private final IStandardVariableExpressionEvaluator evaluator;

        Standard(SpringStandardDialect settings, IStandardVariableExpressionEvaluator evaluator) {
            setEnableSpringELCompiler(settings.getEnableSpringELCompiler());
            setRenderHiddenMarkersBeforeCheckboxes(settings.getRenderHiddenMarkersBeforeCheckboxes());
            this.evaluator = evaluator;
        }

        @Override
        public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
            return evaluator;
        }

        @Override
        public Set<IProcessor> getProcessors(String prefix) {
            Set<IProcessor> all = new HashSet<>(super.getProcessors(prefix));
            PlainFragments fragments = new PlainFragments(prefix);
            all.add(fragments);
            PlainRows.REPEATED.forEach(element -> all.add(new PlainRows(prefix, element, fragments)));
            return all;
        }
    }

    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext execution) {
        if (!(expression instanceof VariableExpression variable)
                || execution.getPerformTypeConversion()
                || execution.getRestrictVariableAccess()) return SPRING.evaluate(context, expression, execution);
        Object known = variable.getCachedExpression();
        if (known == null) {
            known = PlainExpression.of(variable.getExpression());
            if (known != null) variable.setCachedExpression(known);
        }
        if (!(known instanceof PlainExpression plain)) return SPRING.evaluate(context, expression, execution);
        try {
            return plain.value(context);
        } catch (PlainExpression.Unsure unsure) {
            return SPRING.evaluate(context, expression, execution);
        } catch (TemplateProcessingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new TemplateProcessingException("Exception evaluating \"" + variable.getExpression() + "\"", e);
        }
    }
}
