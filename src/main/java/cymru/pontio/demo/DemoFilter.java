package cymru.pontio.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** While the county is being built every page is one page in both languages that says how far it is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class DemoFilter extends OncePerRequestFilter {
    private static final String NOTHING_BUT_STYLES =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'";

    private final DemoCounty county;
    private final ITemplateEngine templates;

    DemoFilter(DemoCounty county, ITemplateEngine templates) {
        this.county = county;
        this.templates = templates;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return county.state() == DemoCounty.State.READY || path.startsWith("/assets/") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean failed = county.state() == DemoCounty.State.FAILED;
        Map<String, Object> model = Map.of("percent", county.percent(), "failed", failed);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "3");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", NOTHING_BUT_STYLES);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/html;charset=UTF-8");
        templates.process("demo/building", new Context(Locale.UK, model), response.getWriter());
    }
}
