package cymru.pontio.adverts.weighting;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The second person's answer to a proposed set of weights, and the proposer's taking it back. */
@Controller
@RequestMapping("/weighting/{lot}/{number}")
class WeightDecisionController {
    private final WeightSets sets;

    WeightDecisionController(WeightSets sets) {
        this.sets = sets;
    }

    record WhyForm(
            @NotBlank(message = "{weighting.refusal.missing}")
            @Size(max = 500, message = "{weighting.form.reason.long}")
            String reason) {
        WhyForm(@Nullable String reason) {
            this.reason = reason == null ? "" : reason.strip();
        }
    }

    @PostMapping("/approval")
    String approve(Actor actor, @PathVariable String lot, @PathVariable int number) {
        sets.approve(actor, WeightingController.lot(lot), number);
        return "redirect:/weighting/{lot}?done=weighting.approved";
    }

    @PostMapping("/withdrawal")
    String withdraw(Actor actor, @PathVariable String lot, @PathVariable int number) {
        sets.withdraw(actor, WeightingController.lot(lot), number);
        return "redirect:/weighting/{lot}?done=weighting.withdrawn";
    }

    @GetMapping("/refusal")
    String refusal(Actor actor, @PathVariable String lot, @PathVariable int number, Model model) {
        model.addAttribute("form", new WhyForm(""));
        return page(actor, lot, number, model);
    }

    @PostMapping("/refusal")
    String refuse(
            Actor actor,
            @PathVariable String lot,
            @PathVariable int number,
            @Valid @ModelAttribute("form") WhyForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(actor, lot, number, model);
        sets.refuse(actor, WeightingController.lot(lot), number, form.reason());
        return "redirect:/weighting/{lot}?done=weighting.refused";
    }

    private String page(Actor actor, String lot, int number, Model model) {
        model.addAttribute("set", sets.mayRefuse(actor, WeightingController.lot(lot), number));
        return "weighting/refusal";
    }
}
