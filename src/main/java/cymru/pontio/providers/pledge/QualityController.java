package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How the pledge counts in the quality of bids: as it is and was, a proposal, and the second person’s answer. */
@Controller
@RequestMapping("/pledge/quality")
class QualityController {
    private final QualitySettings settings;
    private final Pledge pledge;

    QualityController(QualitySettings settings, Pledge pledge) {
        this.settings = settings;
        this.pledge = pledge;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        List<QualitySetting> all = settings.all(actor);
        model.addAttribute("settings", all);
        model.addAttribute(
                "proposes", actor.is(Role.COMMISSIONER) && all.stream().noneMatch(QualitySetting::open));
        return "pledge/quality";
    }

    @GetMapping("/new")
    String ask(Actor actor, Model model) {
        model.addAttribute("form", QualityForm.of(settings.mayPropose(actor)));
        return "pledge/quality-new";
    }

    @PostMapping("/new")
    String propose(Actor actor, @Valid @ModelAttribute("form") QualityForm form, BindingResult errors) {
        form.check(pledge.today(), settings::on, errors);
        if (errors.hasErrors()) return "pledge/quality-new";
        return "redirect:/pledge/quality/" + settings.propose(actor, form.toTerms()) + "?done=pledge.qualityProposed";
    }

    @GetMapping("/{number}")
    String view(Actor actor, @PathVariable int number, Model model) {
        return page(actor, number, model);
    }

    @PostMapping("/{number}/adoption")
    String adopt(Actor actor, @PathVariable int number) {
        settings.adopt(actor, number);
        return "redirect:/pledge/quality?done=pledge.qualityAdopted";
    }

    @PostMapping("/{number}/refusal")
    String turnDown(
            Actor actor,
            @PathVariable int number,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(actor, number, model);
        settings.turnDown(actor, number, form.reason());
        return "redirect:/pledge/quality?done=pledge.qualityTurnedDown";
    }

    private String page(Actor actor, int number, Model model) {
        QualitySetting one = settings.view(actor, number);
        boolean decides = actor.is(Role.COMMISSIONER) && one.open();
        model.addAttribute("one", one);
        model.addAttribute("own", actor.userId().equals(one.proposedBy()));
        model.addAttribute("decides", decides);
        if (decides && !model.containsAttribute("form")) model.addAttribute("form", ReasonForm.blank());
        return "pledge/quality-setting";
    }
}
