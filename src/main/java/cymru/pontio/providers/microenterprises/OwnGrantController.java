package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A micro-enterprise asks for a start-up grant; and all grants as a file for the council. */
@Controller
class OwnGrantController {
    private final Register register;
    private final Grants grants;

    OwnGrantController(Register register, Grants grants) {
        this.register = register;
        this.grants = grants;
    }

    @GetMapping("/micro-enterprises/own/grants/new")
    String ask(Actor actor, Model page) {
        grants.mayApplyOwn(actor);
        page.addAttribute("form", GrantForm.blank());
        return form(actor, page);
    }

    @PostMapping("/micro-enterprises/own/grants")
    String apply(Actor actor, @Valid @ModelAttribute("form") GrantForm form, BindingResult errors, Model page) {
        form.check(errors);
        if (errors.hasErrors()) return form(actor, page);
        grants.applyOwn(actor, form.money(), form.chosen(), form.detail());
        return "redirect:/micro-enterprises/own?done=microenterprises.askedFor";
    }

    @GetMapping("/micro-enterprises/grants.csv")
    ResponseEntity<byte[]> file(Actor actor, @RequestParam(required = false) @Nullable GrantStatus status) {
        Csv csv = new Csv(
                "ref",
                "name",
                "purpose",
                "amount_pounds",
                "status",
                "applied_at",
                "decided_at",
                "paid_on",
                "payment_reference");
        grants.all(actor).stream()
                .filter(grant -> status == null || grant.status() == status)
                .forEach(grant -> csv.row(
                        grant.microRef(),
                        grant.microName(),
                        grant.purpose(),
                        grant.amount().pounds(),
                        grant.status(),
                        grant.appliedAt(),
                        grant.decidedAt(),
                        grant.paidOn(),
                        grant.paymentRef()));
        return csv.download("grants.csv");
    }

    private String form(Actor actor, Model page) {
        page.addAttribute("micro", register.own(actor));
        page.addAttribute("purposes", Grant.Purpose.values());
        return "microenterprises/grant-own";
    }
}
