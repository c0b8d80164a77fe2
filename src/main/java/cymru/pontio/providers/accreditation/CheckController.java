package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A commissioner checks an application: questions and evidence. */
@Controller
@RequestMapping("/accreditation/{ref}")
class CheckController {
    private final Checks checks;
    private final Evidences evidences;
    private final MessageSource messages;

    CheckController(Checks checks, Evidences evidences, MessageSource messages) {
        this.checks = checks;
        this.evidences = evidences;
        this.messages = messages;
    }

    @GetMapping("/query")
    String ask(Actor actor, @PathVariable String ref, Model model) {
        model.addAttribute("provider", checks.mayAsk(actor, ref));
        model.addAttribute("form", TextForm.blank());
        return "accreditation/query";
    }

    @PostMapping("/query")
    String ask(
            Actor actor,
            @PathVariable String ref,
            @Valid @ModelAttribute("form") TextForm form,
            BindingResult errors,
            Model model) {
        model.addAttribute("provider", checks.mayAsk(actor, ref));
        if (errors.hasErrors()) return "accreditation/query";
        checks.ask(actor, ref, form.text());
        return "redirect:/accreditation/{ref}?done=accreditation.asked";
    }

    @GetMapping("/review")
    String look(Actor actor, @PathVariable String ref, @RequestParam UUID evidence, Model model) {
        model.addAttribute("form", ReviewForm.blank());
        return review(actor, ref, evidence, model);
    }

    @PostMapping("/review")
    String judge(
            Actor actor,
            @PathVariable String ref,
            @RequestParam UUID evidence,
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult errors,
            Model model) {
        form.check(errors);
        if (errors.hasErrors()) return review(actor, ref, evidence, model);
        if (form.accepted()) evidences.accept(actor, evidence);
        else evidences.reject(actor, evidence, form.text());
        return "redirect:/accreditation/{ref}?done=accreditation." + (form.accepted() ? "accepted" : "rejected");
    }

    @GetMapping("/evidence/{id}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String ref, @PathVariable UUID id) {
        mustBeOf(checks.file(actor, ref), id);
        return FileAnswer.of(evidences.file(actor, id));
    }

    /** Anybody else’s evidence is not there under this provider’s address. */
    private static void mustBeOf(Checks.File file, UUID evidence) {
        if (file.application().evidence().stream().noneMatch(one -> one.id().equals(evidence))) throw new NotFound();
    }

    @ModelAttribute("verdicts")
    List<Choice> verdicts(Locale locale) {
        return new Formats(messages, locale).choices(Evidence.Review.ACCEPTED, Evidence.Review.REJECTED);
    }

    private String review(Actor actor, String ref, UUID evidence, Model model) {
        Checks.File file = checks.file(actor, ref);
        mustBeOf(file, evidence);
        model.addAttribute("provider", file.provider());
        model.addAttribute("evidence", evidences.mayReview(actor, evidence));
        return "accreditation/review";
    }
}
