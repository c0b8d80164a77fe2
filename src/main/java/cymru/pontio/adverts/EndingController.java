package cymru.pontio.adverts;

import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Ending a round without an award: taken back, or no bid was good enough. */
@Controller
@RequestMapping("/packages/{ref}/advert/{ending:cancellation|no-suitable-bid}")
class EndingController {
    private final PackageAdverts packageAdverts;
    private final Adverts adverts;

    EndingController(PackageAdverts packageAdverts, Adverts adverts) {
        this.packageAdverts = packageAdverts;
        this.adverts = adverts;
    }

    record EndingForm(
            @NotBlank(message = "{adverts.ending.reason.missing}")
            @Size(max = 500, message = "{adverts.form.reason.long}")
            String reason) {
        EndingForm(@Nullable String reason) {
            this.reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping
    String form(Actor actor, @PathVariable("ref") PackageRef ref, @PathVariable("ending") String ending, Model model) {
        model.addAttribute("form", new EndingForm(""));
        return form(packageAdverts.mayEnd(actor, ref, ending.equals("no-suitable-bid")), ref, ending, model);
    }

    @PostMapping
    String end(
            Actor actor,
            @PathVariable("ref") PackageRef ref,
            @PathVariable("ending") String ending,
            @Valid @ModelAttribute("form") EndingForm form,
            BindingResult errors,
            Model model) {
        AdvertFacts advert = packageAdverts.mayEnd(actor, ref, ending.equals("no-suitable-bid"));
        if (errors.hasErrors()) return form(advert, ref, ending, model);
        String reason = form.reason().strip();
        if (ending.equals("cancellation")) adverts.cancel(actor, advert.id(), reason);
        else adverts.noSuitableBid(actor, advert.id(), reason);
        return "redirect:/packages/{ref}/advert?done=adverts." + ending;
    }

    private static String form(AdvertFacts advert, PackageRef ref, String ending, Model model) {
        model.addAttribute("advert", advert);
        model.addAttribute("ref", ref.value());
        model.addAttribute("ending", ending);
        return "adverts/ending";
    }
}
