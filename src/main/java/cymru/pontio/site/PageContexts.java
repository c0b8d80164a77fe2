package cymru.pontio.site;

import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IEngineContextFactory;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.StandardEngineContextFactory;
import org.thymeleaf.context.WebEngineContext;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.web.IWebApplication;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.IWebRequest;
import org.thymeleaf.web.IWebSession;

/**
 * Keeps a page's variables in a map of the page. Thymeleaf would keep each as an attribute of the request, so that every row of
 * a list and every look-up of a variable went through all wrappers of the request.
 */
final class PageContexts implements IEngineContextFactory {
    private final IEngineContextFactory standard = new StandardEngineContextFactory();

    @Override
    public IEngineContext createEngineContext(
            IEngineConfiguration configuration,
            @Nullable TemplateData template,
            Map<String, Object> resolution,
            IContext context) {
        if (!(context instanceof IWebContext web))
            return standard.createEngineContext(configuration, template, resolution, context);
        Map<String, Object> model = new HashMap<>();
        for (String name : context.getVariableNames()) model.put(name, context.getVariable(name));
        // What the layout asks the request for, such as whether there is a form.
        model.forEach(web.getExchange()::setAttributeValue);
        return new WebEngineContext(
                configuration, template, resolution, new Page(web.getExchange()), context.getLocale(), model);
    }

    /** The exchange with the browser, with attributes of its own in front of the request's. */
    private static final class Page implements IWebExchange {
        private final IWebExchange exchange;
        private final Map<String, @Nullable Object> own = new HashMap<>();

        Page(IWebExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public IWebRequest getRequest() {
            return exchange.getRequest();
        }

        @Override
        public IWebSession getSession() {
            return exchange.getSession();
        }

        @Override
        public IWebApplication getApplication() {
            return exchange.getApplication();
        }

        @Override
        public Principal getPrincipal() {
            return exchange.getPrincipal();
        }

        @Override
        public Locale getLocale() {
            return exchange.getLocale();
        }

        @Override
        public String getContentType() {
            return exchange.getContentType();
        }

        @Override
        public String getCharacterEncoding() {
            return exchange.getCharacterEncoding();
        }

        @Override
        public String transformURL(String url) {
            return exchange.transformURL(url);
        }

        @Override
        public boolean containsAttribute(String name) {
            return own.containsKey(name) ? own.get(name) != null : exchange.containsAttribute(name);
        }

        @Override
        public @Nullable Object getAttributeValue(String name) {
            Object value = own.get(name);
            return value != null || own.containsKey(name) ? value : exchange.getAttributeValue(name);
        }

        @Override
        public void setAttributeValue(String name, @Nullable Object value) {
            own.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            own.put(name, null);
        }

        @Override
        public int getAttributeCount() {
            return getAllAttributeNames().size();
        }

        @Override
        public Set<String> getAllAttributeNames() {
            Set<String> names = new LinkedHashSet<>(exchange.getAllAttributeNames());
            own.forEach((name, value) -> {
                if (value == null) names.remove(name);
                else names.add(name);
            });
            return Collections.unmodifiableSet(names);
        }

        @Override
        public Map<String, Object> getAttributeMap() {
            Map<String, Object> all = new HashMap<>(exchange.getAttributeMap());
            own.forEach((name, value) -> {
                if (value == null) all.remove(name);
                else all.put(name, value);
            });
            return Collections.unmodifiableMap(all);
        }
    }
}
