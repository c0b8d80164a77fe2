package cymru.pontio.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The language is the first part of the path, {@code /en} or {@code /cy}, and to everything behind this filter it is the
 * context path: mappings do not see it, links and redirects keep it. A form sent with {@code _language} was sent by the
 * language switch: it is answered in that language with what was typed, and changes nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LanguageFilter extends OncePerRequestFilter {
    static final String SWITCH = "_language";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = asked(request);
        Language language = Language.ofPath(path);
        if (language != null) {
            chain.doFilter(new InLanguage(request, switched(request, language)), response);
        } else if (hasNoLanguage(path)) {
            chain.doFilter(request, response);
        } else {
            String query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
            response.setHeader(
                    "Location", "/" + Language.preferred(request) + path + (query == null ? "" : "?" + query));
            response.setHeader("Vary", "Accept-Language");
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String asked(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }

    private static boolean hasNoLanguage(String path) {
        return path.equals("/")
                || path.equals("/error")
                || path.equals("/favicon.ico")
                || path.startsWith("/assets/")
                || path.startsWith("/actuator/")
                || path.startsWith("/api/")
                || path.startsWith("//")
                || path.contains("\\");
    }

    /** Sent by the language switch. Forms with files have none: reading their parameters could already fail. */
    static boolean switching(HttpServletRequest request) {
        return plainForm(request) && request.getParameter(SWITCH) != null;
    }

    static boolean plainForm(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith("application/x-www-form-urlencoded");
    }

    private static Language switched(HttpServletRequest request, Language language) {
        if (!plainForm(request)) return language;
        try {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        String wanted = request.getParameter(SWITCH);
        return wanted == null ? language : Objects.requireNonNullElse(Language.of(wanted), language);
    }

    private static final class InLanguage extends HttpServletRequestWrapper {
        private final String uri;
        private final String contextPath;
        private final String servletPath;
        private final Locale locale;

        InLanguage(HttpServletRequest request, Language shown) {
            super(request);
            String uri = request.getRequestURI();
            boolean error = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
            // After a switch the links and the form of the page are in the new language too, and so are those of error
            // pages.
            this.uri = "/" + shown + (error ? uri : uri.substring(3));
            this.contextPath = "/" + shown;
            this.servletPath = error ? request.getServletPath() : uri.length() == 3 ? "/" : uri.substring(3);
            this.locale = shown.locale();
            setAttribute(Language.class.getName(), shown);
        }

        @Override
        public String getRequestURI() {
            return uri;
        }

        @Override
        public String getContextPath() {
            return contextPath;
        }

        @Override
        public String getServletPath() {
            return servletPath;
        }

        @Override
        public @Nullable String getPathInfo() {
            return null;
        }

        @Override
        public Locale getLocale() {
            return locale;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(Collections.singleton(locale));
        }
    }
}
