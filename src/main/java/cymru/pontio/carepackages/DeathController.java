package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The person has died. */
@Controller
@RequestMapping("/packages/{ref}/death")
class DeathController {
    private final Deaths deaths;
    private final Overviews overviews;
    private final PackageModel pages;
    private final Clock clock;

    DeathController(Deaths deaths, Overviews overviews, PackageModel pages, Clock clock) {
        this.deaths = deaths;
        this.overviews = overviews;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable PackageRef ref, Model model) {
        model.addAttribute("form", DeathForm.blank());
        return page(actor, ref, model);
    }

    @PostMapping
    String tell(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") DeathForm form,
            BindingResult errors,
            Model model) {
        form.check(clock.instant(), errors);
        if (errors.hasErrors()) return page(actor, ref, model);
        deaths.died(actor, ref, form.at());
        return "redirect:/packages/" + ref + "?done=carepackages.died";
    }

    private String page(Actor actor, PackageRef ref, Model model) {
        deaths.check(actor, ref);
        pages.fill(overviews.overview(actor, ref), model);
        return "carepackages/death";
    }
}
