package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Outdated;
import cymru.pontio.kernel.RuleBroken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A form that came too late: who was faster, and what was typed, so that nothing is lost. */
@Component
class Conflict {
    private static final Pattern REFERENCE = Pattern.compile("/([A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z])(?=/|$)");
    /** As the audit names what has no reference: by the key in its address. */
    private static final Map<String, String> SUBJECTS = Map.of(
            "accounts", "ACCOUNT ",
            "micro-enterprises/networks", "NETWORK ",
            "pledge/quality", "PLEDGE QUALITY ",
            "pledge/versions", "PLEDGE ",
            "workforce/workers", "WORKER ");

    private static final Pattern KEY =
            Pattern.compile("^/(" + String.join("|", SUBJECTS.keySet()) + ")/([0-9a-f-]{36}|[0-9]{1,6})(?=/|$)");
    /** Shorter texts without a space are codes, dates and numbers, which are quickly typed again. */
    private static final int WORTH_KEEPING = 20;

    private final List<LastChange> changes;

    Conflict(List<LastChange> changes) {
        this.changes = changes;
    }

    /** One field of the form as it was sent. */
    record Typed(String name, String value) {}

    void show(@Nullable RuleBroken rule, HttpServletRequest request, Model model) {
        lastChange(rule, request).ifPresent(change -> model.addAttribute("lastChange", change));
        if (!request.getMethod().equals("POST")) return;
        List<Typed> typed = typed(request);
        String newest = rule instanceof Outdated outdated ? outdated.newest() : null;
        if (newest != null && LanguageFilter.plainForm(request)) {
            model.addAttribute("againUrl", request.getServletPath());
            model.addAttribute("again", renewed(typed, newest));
        } else {
            model.addAttribute(
                    "written", typed.stream().filter(Conflict::worthKeeping).toList());
        }
    }

    /** To go on with after signing in again. */
    void keep(String path, HttpServletRequest request, Model model) {
        model.addAttribute("againUrl", path);
        model.addAttribute("again", typed(request));
    }

    /** More than the keys of the page itself. */
    static boolean typedSomething(HttpServletRequest request) {
        return typed(request).stream()
                .anyMatch(field -> !field.name().matches("_.*|stamp|version|seen")
                        && !field.value().isBlank());
    }

    private Optional<LastChange.Change> lastChange(@Nullable RuleBroken rule, HttpServletRequest request) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Actor actor)) return Optional.empty();
        return Optional.ofNullable(rule)
                .map(RuleBroken::subject)
                .or(() -> subject(request.getServletPath()))
                .flatMap(subject -> changes.stream()
                        .flatMap(source -> source.of(actor, subject).stream())
                        .findFirst());
    }

    private static Optional<String> subject(String path) {
        Matcher reference = REFERENCE.matcher(path);
        if (reference.find()) return Optional.of(reference.group(1));
        Matcher key = KEY.matcher(path);
        return key.find() ? Optional.of(SUBJECTS.get(key.group(1)) + key.group(2)) : Optional.empty();
    }

    private static List<Typed> typed(HttpServletRequest request) {
        List<Typed> typed = new ArrayList<>();
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (field.getKey().matches("_(csrf|key|action|language)|(?i).*password.*")) continue;
            Stream.of(field.getValue()).forEach(value -> typed.add(new Typed(field.getKey(), value)));
        }
        return typed;
    }

    private static List<Typed> renewed(List<Typed> typed, String newest) {
        return typed.stream()
                .map(field -> saysWhatWasSeen(field) ? new Typed(field.name(), newest) : field)
                .toList();
    }

    private static boolean saysWhatWasSeen(Typed field) {
        return field.name().matches("stamp|version")
                || field.name().equals("seen") && field.value().matches("\\d+");
    }

    private static boolean worthKeeping(Typed field) {
        String value = field.value().strip();
        boolean key = field.name().matches("stamp|version|seen");
        return !key
                && (value.contains(" ")
                        || value.contains("\n")
                        || value.length() > WORTH_KEEPING && !value.matches("[0-9a-f-]{36}"));
    }
}
