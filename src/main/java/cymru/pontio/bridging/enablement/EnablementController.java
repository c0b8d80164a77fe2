package cymru.pontio.bridging.enablement;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.Locale;
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

/** Times of enablement and what came of them. */
@Controller
class EnablementController {
    private final Enablement enablement;
    private final MessageSource messages;

    EnablementController(Enablement enablement, MessageSource messages) {
        this.enablement = enablement;
        this.messages = messages;
    }

    @GetMapping("/enablement")
    String list(Actor actor, @RequestParam(required = false) @Nullable EnablementRef after, Model model) {
        model.addAttribute("form", BeginForm.blank());
        return list(actor, model, after);
    }

    @PostMapping("/enablement")
    String begin(Actor actor, @Valid @ModelAttribute("form") BeginForm form, BindingResult errors, Model model) {
        actor.must(Role.INHOUSE_COORDINATOR);
        form.check(enablement.today(), errors);
        if (errors.hasErrors()) return list(actor, model, null);
        EnablementRef ref = enablement.begin(
                actor,
                form.ref(),
                form.start().date().orElseThrow(),
                form.end().date().orElseThrow(),
                form.lines());
        return "redirect:/enablement/" + ref + "?done=enablement.begun";
    }

    @GetMapping("/enablement.csv")
    ResponseEntity<byte[]> file(Actor actor, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv(
                formats.message("enablement.ref"),
                formats.message("enablement.package"),
                formats.message("enablement.started"),
                formats.message("enablement.planned"),
                formats.message("enablement.ended"),
                formats.message("enablement.before.minutes"),
                formats.message("enablement.after.minutes"),
                formats.message("enablement.effect"));
        for (Enablement.Episode one : enablement.all(actor))
            csv.row(
                    one.ref(),
                    one.packageRef(),
                    one.started(),
                    one.plannedEnd(),
                    one.ended(),
                    one.before(),
                    one.after(),
                    formats.label(one.effect()));
        return csv.download("enablement.csv");
    }

    @GetMapping("/enablement/{ref}")
    String view(Actor actor, @PathVariable EnablementRef ref, Model model, Locale locale) {
        Enablement.View view = enablement.view(actor, ref);
        model.addAttribute("form", FinishForm.blank());
        return one(view, model, locale);
    }

    @PostMapping("/enablement/{ref}")
    String end(
            Actor actor,
            @PathVariable EnablementRef ref,
            @Valid @ModelAttribute("form") FinishForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Enablement.View view = enablement.view(actor, ref);
        if (!actor.is(Role.INHOUSE_COORDINATOR)) throw new NotFound();
        view.episode().mustRun();
        form.check(view, errors);
        if (errors.hasErrors()) return one(view, model, locale);
        enablement.end(
                actor,
                ref,
                form.last().date().orElseThrow(),
                form.minutes(),
                form.answers(view.goals().size()));
        return "redirect:/enablement/{ref}?done=enablement.ended";
    }

    private String list(Actor actor, Model model, @Nullable EnablementRef after) {
        model.addAttribute("page", enablement.list(actor, after));
        model.addAttribute("summary", enablement.summary(actor));
        model.addAttribute("may", actor.is(Role.INHOUSE_COORDINATOR));
        return "enablement/list";
    }

    private String one(Enablement.View view, Model model, Locale locale) {
        model.addAttribute("view", view);
        model.addAttribute("answers", new Formats(messages, locale).choices(Reached.values()));
        return "enablement/view";
    }
}
