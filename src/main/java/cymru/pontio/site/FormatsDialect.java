package cymru.pontio.site;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Puts {@link Formats} into templates as {@code #fmt}. */
@Component
class FormatsDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {
    private final MessageSource messages;

    FormatsDialect(MessageSource messages) {
        super("formats");
        this.messages = messages;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of("fmt");
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        return name.equals("fmt") ? new Formats(messages, context.getLocale()) : null;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
