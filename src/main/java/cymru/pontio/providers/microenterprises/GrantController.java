package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Start-up grants: the list with what was paid by year, an application, and its answer. */
@Controller
class GrantController {
    private final Register register;
    private final Grants grants;
    private final MicroModel model;

    GrantController(Register register, Grants grants, MicroModel model) {
        this.register = register;
        this.grants = grants;
        this.model = model;
    }

    @ModelAttribute("answers")
    List<Choice> answers(Locale locale) {
        return model.answers(locale);
    }

    /** Finance pays grants and does not read the register. */
    @ModelAttribute("register")
    boolean register(Actor actor) {
        return Shelf.ofCouncil(actor);
    }

    @GetMapping("/micro-enterprises/grants")
    String list(Actor actor, @RequestParam(required = false) @Nullable GrantStatus status, Model page, Locale locale) {
        page.addAttribute(
                "grants",
                grants.all(actor).stream()
                        .filter(grant -> status == null || grant.status() == status)
                        .toList());
        page.addAttribute("years", grants.years(actor));
        page.addAttribute("status", status);
        page.addAttribute("statuses", model.formats(locale).choices(GrantStatus.values()));
        return "microenterprises/grants";
    }

    @GetMapping("/micro-enterprises/{ref}/grants/new")
    String ask(Actor actor, @PathVariable MicroRef ref, Model page) {
        page.addAttribute("form", GrantForm.blank());
        return form(actor, ref, page);
    }

    @PostMapping("/micro-enterprises/{ref}/grants")
    String apply(
            Actor actor,
            @PathVariable MicroRef ref,
            @Valid @ModelAttribute("form") GrantForm form,
            BindingResult errors,
            Model page) {
        form.check(errors);
        if (errors.hasErrors()) return form(actor, ref, page);
        grants.apply(actor, ref, form.money(), form.chosen(), form.detail());
        return "redirect:/micro-enterprises/{ref}?done=microenterprises.applied";
    }

    @GetMapping("/micro-enterprises/grants/{id}")
    String view(Actor actor, @PathVariable UUID id, Model page) {
        Grant grant = grants.view(actor, id);
        page.addAttribute("form", grant.status() == GrantStatus.APPROVED ? PaidForm.blank() : DecisionForm.blank());
        return one(grant, actor, page);
    }

    @PostMapping("/micro-enterprises/grants/{id}/decision")
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Model page) {
        Grant grant = grants.view(actor, id);
        if (errors.hasErrors() && grant.status() == GrantStatus.APPLIED) return one(grant, actor, page);
        grants.decide(actor, id, form.yes(), form.reason(), form.conditions());
        return "redirect:/micro-enterprises/grants/{id}?done=microenterprises.decided";
    }

    @PostMapping("/micro-enterprises/grants/{id}/payment")
    String pay(
            Actor actor,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PaidForm form,
            BindingResult errors,
            Model page) {
        Grant grant = grants.view(actor, id);
        form.check(grant.decidedOn(), grants.today(), errors);
        if (errors.hasErrors() && grant.status() == GrantStatus.APPROVED) return one(grant, actor, page);
        grants.paid(actor, id, form.day().date().orElse(grants.today()), form.reference());
        return "redirect:/micro-enterprises/grants/{id}?done=microenterprises.paid";
    }

    private String form(Actor actor, MicroRef ref, Model page) {
        page.addAttribute("micro", register.view(actor, ref));
        page.addAttribute("purposes", Grant.Purpose.values());
        return "microenterprises/grant-new";
    }

    private static String one(Grant grant, Actor actor, Model page) {
        page.addAttribute("grant", grant);
        page.addAttribute("mayDecide", grant.decidableBy(actor));
        page.addAttribute("mayPay", grant.payableBy(actor));
        return "microenterprises/grant";
    }
}
