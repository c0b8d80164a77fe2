package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A commissioner looks at an embargo again and lets it go on. */
@Controller
class ReviewController {
    private final Embargoes embargoes;
    private final Clock clock;

    ReviewController(Embargoes embargoes, Clock clock) {
        this.embargoes = embargoes;
        this.clock = clock;
    }

    @ModelAttribute("embargo")
    EmbargoView embargo(Actor actor, @PathVariable EmbargoRef ref) {
        return embargoes.view(actor, ref);
    }

    @ModelAttribute("levels")
    Embargo[] levels() {
        return new Embargo[] {Embargo.NEW_WORK, Embargo.NEW_WORK_AND_INCREASES};
    }

    @GetMapping("/embargoes/{ref}/review")
    String ask(@ModelAttribute(name = "embargo", binding = false) EmbargoView embargo, Model model) {
        embargo.mustBeInForce();
        model.addAttribute("form", ReviewForm.of(embargo));
        return "embargo/review";
    }

    @PostMapping("/embargoes/{ref}/review")
    String review(
            Actor actor,
            @PathVariable EmbargoRef ref,
            @ModelAttribute(name = "embargo", binding = false) EmbargoView embargo,
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult errors) {
        form.check(embargo, Zone.dayOf(clock.instant()), errors);
        if (errors.hasErrors()) return "embargo/review";
        embargoes.review(actor, ref, form.chosen(), form.reviewOn().date().orElseThrow(), form.finding());
        return "redirect:/embargoes/{ref}?done=embargo.reviewed";
    }
}
