package cymru.pontio.areas;

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

/** Giving up a patch that is empty. */
@Controller
@RequestMapping("/patches/{code}/retirement")
class RetirementController {
    private final Patches patches;

    RetirementController(Patches patches) {
        this.patches = patches;
    }

    record RetirementForm(
            @NotBlank(message = "{areas.form.reason.missing}") @Size(max = 500, message = "{areas.form.reason.long}")
            String reason,

            String seen) {
        RetirementForm(@Nullable String reason, @Nullable String seen) {
            this.reason = reason == null ? "" : reason;
            this.seen = seen == null ? "" : seen;
        }
    }

    @GetMapping
    String form(Actor actor, @PathVariable String code, Model model) {
        PatchView patch = patches.view(actor, code);
        model.addAttribute("form", new RetirementForm("", "" + patch.seen()));
        return page(actor, patch, model);
    }

    @PostMapping
    String retire(
            Actor actor,
            @PathVariable String code,
            @Valid @ModelAttribute("form") RetirementForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(actor, patches.view(actor, code), model);
        patches.retire(actor, code, form.reason().strip(), PatchForm.seenNumber(form.seen()));
        return "redirect:/patches/{code}?done=areas.retired";
    }

    private String page(Actor actor, PatchView patch, Model model) {
        model.addAttribute("patch", patch);
        model.addAttribute("standing", patches.standing(actor, patch.locality().code()));
        return "areas/retirement";
    }
}
