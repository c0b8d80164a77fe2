package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.BindingResult;
import org.thymeleaf.spring6.util.DetailedError;

/** What the layout around each page needs to know. Asked lazily, so that a page pays only for what it shows. */
public final class Frame {
    /** One entry of the navigation. */
    public record NavItem(String key, String url, boolean current) {}

    private static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Enum::name).toList();

    private final HttpServletRequest request;
    private final FrameSource source;
    private @Nullable List<List<Alerts.Part>> alerts;

    Frame(HttpServletRequest request, FrameSource source) {
        this.request = request;
        this.source = source;
    }

    public String lang() {
        return language().name();
    }

    public List<String> languages() {
        return LANGUAGES;
    }

    public String otherLang() {
        return language().other().name();
    }

    /** The same page in the other language, without the message of what was done; where a button led to no page, the nearest. */
    public String otherUrl() {
        String uri = original();
        String path = Language.ofPath(uri) == null ? "/home" : uri.substring(3);
        if (request.getMethod().equals("POST")) path = source.pages().nearest(path);
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("done="))
                .collect(Collectors.joining("&"));
        return "/" + otherLang() + path + (kept.isEmpty() ? "" : "?" + kept);
    }

    /** A page with a form, whose typed text must survive a change of language. */
    public boolean formPage() {
        return request.getAttribute("form") != null;
    }

    /** The form came back because the language was switched: its errors are not shown. */
    public boolean switching() {
        return LanguageFilter.switching(request);
    }

    public boolean failed() {
        if (switching()) return false;
        return Collections.list(request.getAttributeNames()).stream()
                .filter(name -> name.startsWith(BindingResult.MODEL_KEY_PREFIX))
                .map(request::getAttribute)
                .anyMatch(result -> result instanceof BindingResult binding && binding.hasErrors());
    }

    /** Errors in the order of the form's fields, which is the page's; the validator finds them in any order. */
    public List<DetailedError> inPageOrder(@Nullable Object form, List<DetailedError> errors) {
        List<String> fields = form != null && form.getClass().isRecord()
                ? Arrays.stream(form.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
        return errors.stream()
                .sorted(Comparator.comparingInt(error -> error.isGlobal()
                        ? -1
                        : Math.floorMod(fields.indexOf(error.getFieldName().split("[.\\[]", 2)[0]), 1000)))
                .toList();
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

    /** Messages not read yet. */
    public int unread() {
        return request.getAttribute(SignedInFilter.UNREAD) instanceof Integer number ? number : 0;
    }

    public List<NavItem> nav() {
        Actor actor = actor();
        return actor == null ? List.of() : source.navigation().of(actor, request);
    }

    /** Under which the navigation is kept: it follows from the language, the roles and the section alone. */
    public String place() {
        Actor actor = actor();
        return actor == null ? lang() : lang() + " " + source.navigation().place(actor, request);
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
        return source.formats(language())
                .dateTime(Clock.systemUTC().instant().atZone(Zone.LONDON).toInstant());
    }

    /** The sentence that says what was done just now, named by the redirect; only keys under {@code done.} are shown. */
    public @Nullable String done() {
        // On an error page the parameters may be what could not be read.
        boolean error = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_STATUS_CODE) != null;
        if (error || !request.getMethod().equals("GET")) return null;
        String key = request.getParameter("done");
        return key == null ? null : source.doneMessage(key, language());
    }

    /** Warnings that stay on every page until their cause is gone, each in its parts. */
    public List<List<Alerts.Part>> alerts() {
        List<List<Alerts.Part>> found = alerts;
        if (found == null) {
            Actor actor = actor();
            found = actor == null ? List.of() : source.alerts(actor, language());
            alerts = found;
        }
        return found;
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
