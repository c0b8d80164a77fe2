package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.BindingResult;

/** What the layout around each page needs to know. Asked lazily, so that a page pays only for what it shows. */
public final class Frame {
    /** One entry of the navigation. */
    public record NavItem(String key, String url, boolean current) {}

    private final HttpServletRequest request;
    private final FrameSource source;

    Frame(HttpServletRequest request, FrameSource source) {
        this.request = request;
        this.source = source;
    }

    public String lang() {
        return language().name();
    }

    public String otherLang() {
        return language().other().name();
    }

    /** The same page in the other language. */
    public String otherUrl() {
        String uri = original();
        String path = Language.ofPath(uri) == null ? "/home" : uri.substring(3);
        String query = request.getQueryString();
        return "/" + otherLang() + path + (query == null || query.contains("done=") ? "" : "?" + query);
    }

    /** A page with a form, whose typed text must survive a change of language. */
    public boolean formPage() {
        return request.getAttribute("form") != null;
    }

    /** The form came back because the language was switched: its errors are not shown. */
    public boolean switching() {
        return request.getMethod().equals("POST") && request.getParameter(LanguageFilter.SWITCH) != null;
    }

    public boolean failed() {
        if (switching()) return false;
        return Collections.list(request.getAttributeNames()).stream()
                .filter(name -> name.startsWith(BindingResult.MODEL_KEY_PREFIX))
                .map(request::getAttribute)
                .anyMatch(result -> result instanceof BindingResult binding && binding.hasErrors());
    }

    public boolean signedIn() {
        return actor() != null;
    }

    public String personName() {
        Actor actor = actor();
        return actor == null ? "" : actor.name();
    }

    public String organisation() {
        Actor actor = actor();
        return actor == null ? "" : actor.organisationName();
    }

    public List<NavItem> nav() {
        Actor actor = actor();
        return actor == null ? List.of() : source.navigation().of(actor, request);
    }

    public boolean demo() {
        return source.demo();
    }

    public String nonce() {
        return Objects.toString(request.getAttribute(PageSecurity.NONCE), "");
    }

    public String css() {
        return source.assets().url("pontio.css");
    }

    public String js() {
        return source.assets().url("pontio.js");
    }

    /** Any other asset under its versioned address, which may be cached for ever. */
    public String asset(String name) {
        return source.assets().url(name);
    }

    public String printed() {
        return source.formats(language()).dateTime(Clock.systemUTC().instant().atZone(Zone.LONDON).toInstant());
    }

    /** The sentence that says what was done just now, named by the redirect; only keys under {@code done.} are shown. */
    public @Nullable String done() {
        String key = request.getParameter("done");
        return key == null || !request.getMethod().equals("GET") ? null : source.doneMessage(key, language());
    }

    /** Warnings that stay on every page until their cause is gone. */
    public List<String> alerts() {
        Actor actor = actor();
        return actor == null ? List.of() : source.alerts(actor, language());
    }

    private Language language() {
        return Language.of(request);
    }

    private String original() {
        Object asked = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : asked.toString();
    }

    private static @Nullable Actor actor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Actor actor ? actor : null;
    }
}
