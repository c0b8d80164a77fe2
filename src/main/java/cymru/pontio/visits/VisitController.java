package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A provider's own visits: the list, and entry by hand. */
@Controller
class VisitController {
    private static final int DAYS_SHOWN = 28;

    private final Visits visits;
    private final PaperLogs paper;
    private final MessageSource messages;
    private final Clock clock;

    VisitController(Visits visits, PaperLogs paper, MessageSource messages, Clock clock) {
        this.visits = visits;
        this.paper = paper;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/visits")
    String list(
            Actor actor,
            VisitFilter.Typed typed,
            @RequestParam(name = "package", required = false) @Nullable String ref,
            Model model) {
        VisitFilter filter = filter(typed, ref);
        model.addAttribute("filter", filter);
        model.addAttribute("page", visits.list(actor, filter));
        model.addAttribute("packages", visits.packages(actor));
        model.addAttribute("statuses", VisitStatus.values());
        return "visits/list";
    }

    @GetMapping("/visits.csv")
    ResponseEntity<byte[]> csv(
            Actor actor,
            VisitFilter.Typed typed,
            @RequestParam(name = "package", required = false) @Nullable String ref) {
        return VisitCsv.of(visits.all(actor, filter(typed, ref))).download("pontio-visits.csv");
    }

    @GetMapping("/visits/new")
    String blank(
            Actor actor,
            @RequestParam(required = false) @Nullable String visit,
            @RequestParam(name = "package", required = false) @Nullable String ref,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model,
            Locale locale) {
        VisitForm form = visit == null ? VisitForm.next(ref, day) : visits.correction(actor, visit);
        return page(actor, model, form, locale);
    }

    @PostMapping("/visits/new")
    String enter(
            Actor actor,
            @Valid @ModelAttribute("form") VisitForm form,
            BindingResult errors,
            @RequestParam(name = "_action", defaultValue = "") String action,
            Model model,
            Locale locale) {
        if (!errors.hasErrors()) VisitForm.show(paper.enter(actor, form.cells()), errors);
        if (errors.hasErrors()) return page(actor, model, form, locale);
        if (action.equals("next"))
            return "redirect:/visits/new?done=visits.entered&package=" + form.packageRef() + "&day="
                    + form.date().orNull();
        return "redirect:/visits?done=visits.entered&package=" + form.packageRef() + "&from="
                + form.date().orNull() + "&to=" + form.date().orNull();
    }

    private String page(Actor actor, Model model, VisitForm form, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("form", form);
        model.addAttribute(
                "packages",
                visits.packages(actor).stream().map(ref -> new Choice(ref, ref)).toList());
        model.addAttribute("statuses", formats.choices(VisitStatus.values()));
        model.addAttribute(
                "workers",
                List.of(
                        new Choice("1", formats.message("visits.new.workers.1")),
                        new Choice("2", formats.message("visits.new.workers.2"))));
        return "visits/new";
    }

    private VisitFilter filter(VisitFilter.Typed typed, @Nullable String ref) {
        LocalDate today = Zone.dayOf(clock.instant());
        return typed.of(ref).filter(today.minusDays(DAYS_SHOWN), today);
    }
}
