package cymru.pontio.site;

import cymru.pontio.identity.SignIns;
import cymru.pontio.kernel.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks at each request who the cookie belongs to, so that a suspension or a lost role counts at once. */
final class SignedInFilter extends OncePerRequestFilter {
    /** How many messages the person has not read, as a number. */
    static final String UNREAD = SignedInFilter.class.getName() + ".unread";

    private final SignIns signIns;
    private final SessionCookie cookie;

    SignedInFilter(SignIns signIns, SessionCookie cookie) {
        this.signIns = signIns;
        this.cookie = cookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null
                || !(SecurityContextHolder.getContext().getAuthentication().getPrincipal() instanceof Actor)) {
            session(request).ifPresent(session -> {
                request.setAttribute(UNREAD, session.unread());
                enter(session.actor());
            });
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Optional<SignIns.Session> session(HttpServletRequest request) {
        return cookie.read(request).flatMap(signIns::session);
    }

    private static void enter(Actor actor) {
        String[] roles = actor.roles().stream().map(Enum::name).toArray(String[]::new);
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                actor, null, AuthorityUtils.createAuthorityList(roles))));
    }
}
