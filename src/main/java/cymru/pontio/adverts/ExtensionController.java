package cymru.pontio.adverts;

import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
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

/** More time for bids. */
@Controller
@RequestMapping("/packages/{ref}/advert/extension")
class ExtensionController {
    private final Extensions extensions;

    ExtensionController(Extensions extensions) {
        this.extensions = extensions;
    }

    record ExtensionForm(
            @RealDate(required = true, message = "{adverts.form.deadline.date}")
            DateParts deadlineOn,

            @Pattern(regexp = WallTyped.TIME, message = "{adverts.form.deadline.time}")
            String deadlineAt,

            @NotBlank(message = "{adverts.extension.reason.missing}")
            @Size(max = 500, message = "{adverts.form.reason.long}")
            String reason) {
        ExtensionForm(@Nullable DateParts deadlineOn, @Nullable String deadlineAt, @Nullable String reason) {
            this.deadlineOn = Objects.requireNonNullElseGet(deadlineOn, DateParts::blank);
            this.deadlineAt = Objects.requireNonNullElse(deadlineAt, "");
            this.reason = Objects.requireNonNullElse(reason, "");
        }

        static ExtensionForm of(AdvertFacts advert) {
            LocalDateTime now = Zone.wallTime(advert.deadline());
            return new ExtensionForm(DateParts.of(now.toLocalDate()), WallTyped.time(now), "");
        }
    }

    @GetMapping
    String form(Actor actor, @PathVariable("ref") PackageRef ref, Model model) {
        Extensions.Extendable round = extensions.extendable(actor, ref);
        model.addAttribute("form", ExtensionForm.of(round.advert()));
        return page(round, ref, model);
    }

    @PostMapping
    String extend(
            Actor actor,
            @PathVariable("ref") PackageRef ref,
            @Valid @ModelAttribute("form") ExtensionForm form,
            BindingResult errors,
            Model model) {
        LocalDateTime later = WallTyped.moment(form.deadlineOn(), form.deadlineAt());
        if (!errors.hasErrors() && later != null)
            extensions.extend(actor, ref, later, form.reason().strip()).forEach(problem -> problem.rejectIn(errors));
        if (!errors.hasErrors()) return "redirect:/packages/{ref}/advert?done=adverts.extended";
        return page(extensions.extendable(actor, ref), ref, model);
    }

    private static String page(Extensions.Extendable round, PackageRef ref, Model model) {
        model.addAttribute("round", round);
        model.addAttribute("ref", ref.value());
        return "adverts/extension";
    }
}
