package cymru.pontio.visits.calls;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Csv;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of exceptions, and each of them with its day: asked about, answered, settled, and on to the next. */
@Controller
class ExceptionController {
    private final Exceptions exceptions;
    private final MessageSource messages;

    ExceptionController(Exceptions exceptions, MessageSource messages) {
        this.exceptions = exceptions;
        this.messages = messages;
    }

    /** Goes with the reader from the list to each of it and back. */
    @ModelAttribute("filter")
    ExceptionFilter filter(
            Actor actor,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after) {
        return ExceptionFilter.of(tab, kind, after, Exceptions.usual(actor));
    }

    @GetMapping("/calls/exceptions")
    String list(Actor actor, @ModelAttribute(name = "filter", binding = false) ExceptionFilter filter, Model model) {
        List<ExceptionRow> rows = exceptions.list(actor, filter);
        boolean more = rows.size() > Exceptions.PAGE;
        model.addAttribute("rows", more ? rows.subList(0, Exceptions.PAGE) : rows);
        model.addAttribute("next", more ? rows.get(Exceptions.PAGE - 1).key() : null);
        model.addAttribute("tabs", ExceptionFilter.TABS);
        model.addAttribute("kinds", ExceptionFilter.KINDS);
        return "calls/exceptions";
    }

    @GetMapping("/calls/exceptions.csv")
    ResponseEntity<byte[]> file(Actor actor, @ModelAttribute(name = "filter", binding = false) ExceptionFilter filter) {
        Csv csv = new Csv("day", "package_ref", "provider", "area", "kind", "essential", "state", "call_or_visit");
        for (ExceptionRow row : exceptions.all(actor, filter.fromStart()))
            csv.row(
                    row.day(),
                    row.packageRef(),
                    row.providerName(),
                    row.locality(),
                    row.kind(),
                    row.essential(),
                    row.state(),
                    row.subject());
        return csv.download("exceptions.csv");
    }

    @GetMapping("/calls/exceptions/{id}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        ExceptionView view = exceptions.view(actor, id);
        model.addAttribute("form", DecisionForm.of(view.row()));
        return show(actor, view, model);
    }

    @PostMapping("/calls/exceptions/{id}")
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @ModelAttribute(name = "filter", binding = false) ExceptionFilter filter,
            @RequestParam(name = "_action", defaultValue = "next") String then,
            Model model) {
        form.check(errors, steps(actor).stream().map(Choice::value).collect(Collectors.toSet()));
        if (errors.hasErrors()) return show(actor, exceptions.view(actor, id), model);
        switch (form.step()) {
            case "query" -> exceptions.query(actor, id, form.seen(), form.text());
            case "answer" -> exceptions.answer(actor, id, form.seen(), form.text());
            default -> exceptions.settle(actor, id, form.seen(), form.text());
        }
        String same = "?" + filter.query() + "&done=calls.";
        if (!then.equals("next")) return "redirect:/calls/exceptions/" + id + same + "saved";
        return exceptions
                .next(actor, id, filter)
                .map(row -> "redirect:/calls/exceptions/" + row.id() + same + "savedNext")
                .orElse("redirect:/calls/exceptions" + same + "savedLast");
    }

    private String show(Actor actor, ExceptionView view, Model model) {
        model.addAttribute("one", view);
        model.addAttribute("steps", steps(actor));
        return "calls/exception";
    }

    private List<Choice> steps(Actor actor) {
        var locale = org.springframework.context.i18n.LocaleContextHolder.getLocale();
        List<String> may = actor.isAny(Exceptions.COUNCIL)
                ? List.of("query", "settle")
                : actor.isAny(Exceptions.PROVIDER) ? List.of("answer") : List.of();
        return may.stream()
                .map(step -> new Choice(
                        step,
                        messages.getMessage("calls.step." + step, null, locale),
                        messages.getMessage("calls.step." + step + ".hint", null, locale)))
                .toList();
    }
}
