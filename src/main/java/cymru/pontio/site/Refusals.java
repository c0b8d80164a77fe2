package cymru.pontio.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Nobody signed in: to the sign-in page, and back from there; who has typed something keeps it. Signed in but not allowed: the same "not found" as for an
 * address that does not exist. A form without its token: a page that says the form was too old.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** The page whose form came from somebody who was signed out meanwhile. */
    static final String TYPED_FOR = Refusals.class.getName();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (LanguageFilter.plainForm(request) && Conflict.typedSomething(request)) {
            request.setAttribute(TYPED_FOR, request.getServletPath());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String back =
                request.getMethod().equals("GET") && !request.getServletPath().equals("/home")
                        ? "?next=" + URLEncoder.encode(next(request), StandardCharsets.UTF_8)
                        : "";
        response.sendRedirect(request.getContextPath() + "/sign-in" + back);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        response.sendError(
                refused instanceof CsrfException ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }

    private static String next(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getServletPath() + (query == null ? "" : "?" + query);
    }
}
