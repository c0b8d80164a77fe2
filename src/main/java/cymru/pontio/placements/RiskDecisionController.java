package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A commissioner signs that a provider may go though nobody else is there. */
@Controller
@RequestMapping("/placements/{ref}/risk-decision")
class RiskDecisionController {
    private final Endings endings;
    private final PlacementRecords records;

    RiskDecisionController(Endings endings, PlacementRecords records) {
        this.endings = endings;
        this.records = records;
    }

    @GetMapping
    String form(Actor actor, @PathVariable PlacementRef ref, Model model) {
        model.addAttribute("form", ReasonForm.blank());
        return page(actor, ref, model);
    }

    @PostMapping
    String sign(
            Actor actor,
            @PathVariable PlacementRef ref,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(actor, ref, model);
        endings.sign(actor, ref, form.reason());
        return "redirect:/placements/{ref}?done=placements.signed";
    }

    private String page(Actor actor, PlacementRef ref, Model model) {
        actor.must(Role.COMMISSIONER);
        PlacementView.Row row = records.row(actor, ref);
        model.addAttribute("ask", "risk");
        model.addAttribute("subject", row.ref() + " · " + row.providerName());
        model.addAttribute("action", "/placements/" + ref + "/risk-decision");
        model.addAttribute("back", "/placements/" + ref);
        return "placements/reason";
    }
}
