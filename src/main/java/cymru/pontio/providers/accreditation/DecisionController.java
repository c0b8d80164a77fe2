package cymru.pontio.providers.accreditation;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Lot;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One commissioner proposes, another decides. */
@Controller
@RequestMapping("/accreditation/{ref}")
class DecisionController {
    private final Decisions decisions;
    private final Checks checks;
    private final Areas areas;
    private final MessageSource messages;

    DecisionController(Decisions decisions, Checks checks, Areas areas, MessageSource messages) {
        this.decisions = decisions;
        this.checks = checks;
        this.areas = areas;
        this.messages = messages;
    }

    @GetMapping("/proposal")
    String ask(Actor actor, @PathVariable String ref, Locale locale, Model model) {
        Checks.File file = checks.mayPropose(actor, ref);
        model.addAttribute("form", ProposalForm.of(file.application()));
        return page(file, locale, model);
    }

    @PostMapping("/proposal")
    String propose(
            Actor actor,
            @PathVariable String ref,
            @Valid @ModelAttribute("form") ProposalForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        Checks.File file = checks.mayPropose(actor, ref);
        List<Choice> localities = areas.choices(new Formats(messages, locale));
        form.check(file.possible(), localities, file.application(), errors);
        if (errors.hasErrors()) return page(file, locale, model);
        decisions.propose(actor, ref, form.terms(file.possible(), localities));
        return "redirect:/accreditation/{ref}?done=accreditation.proposed";
    }

    @PostMapping("/confirmation")
    String confirm(Actor actor, @PathVariable String ref, @RequestParam UUID proposal) {
        decisions.confirm(actor, ref, proposal);
        return "redirect:/accreditation/{ref}?done=accreditation.confirmed";
    }

    @PostMapping("/withdrawal")
    String withdraw(Actor actor, @PathVariable String ref, @RequestParam UUID proposal) {
        decisions.withdraw(actor, ref, proposal);
        return "redirect:/accreditation/{ref}?done=accreditation.withdrawn";
    }

    @GetMapping("/refusal")
    String asksWhyNot(Actor actor, @PathVariable String ref, @RequestParam UUID proposal, Model model) {
        model.addAttribute("form", TextForm.blank());
        return refusal(checks.mayTurnDown(actor, ref, proposal), proposal, model);
    }

    @PostMapping("/refusal")
    String turnDown(
            Actor actor,
            @PathVariable String ref,
            @RequestParam UUID proposal,
            @Valid @ModelAttribute("form") TextForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return refusal(checks.mayTurnDown(actor, ref, proposal), proposal, model);
        decisions.turnDown(actor, ref, proposal, form.text());
        return "redirect:/accreditation/{ref}?done=accreditation.turnedDown";
    }

    private String page(Checks.File file, Locale locale, Model model) {
        Formats words = new Formats(messages, locale);
        model.addAttribute("file", file);
        model.addAttribute("kinds", words.choices(file.possible().toArray(ProposalKind[]::new)));
        model.addAttribute("lots", words.choices(Lot.values()));
        model.addAttribute("tiers", List.of(tier(words, "1"), tier(words, "2")));
        model.addAttribute("localities", areas.choices(words));
        return "accreditation/proposal";
    }

    private static String refusal(Checks.File file, UUID proposal, Model model) {
        model.addAttribute("provider", file.provider());
        model.addAttribute("proposal", proposal);
        return "accreditation/refusal";
    }

    private static Choice tier(Formats words, String value) {
        return new Choice(value, words.message("accreditation.tier." + value));
    }
}
