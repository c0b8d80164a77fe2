package cymru.pontio.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A second net behind the token: browsers say where a form was, in a header that no page can set and no proxy needs to
 * understand. Over plain http to another machine they say nothing, and the token stands alone.
 */
final class ForeignFormFilter extends OncePerRequestFilter {
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String from = request.getHeader("Sec-Fetch-Site");
        // A mail program's own page may hold the button that unsubscribes.
        boolean exempt = request.getServletPath().startsWith("/unsubscribe/");
        if (request.getMethod().equals("POST") && !exempt && from != null && FOREIGN.contains(from))
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        else chain.doFilter(request, response);
    }
}
