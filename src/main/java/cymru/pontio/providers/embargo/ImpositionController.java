package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderView;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A commissioner stops work for a provider. */
@Controller
class ImpositionController {
    private final Embargoes embargoes;
    private final Clock clock;

    ImpositionController(Embargoes embargoes, Clock clock) {
        this.embargoes = embargoes;
        this.clock = clock;
    }

    @ModelAttribute("provider")
    ProviderView provider(Actor actor, @PathVariable String ref) {
        return embargoes.provider(actor, ref);
    }

    @ModelAttribute("levels")
    Embargo[] levels() {
        return new Embargo[] {Embargo.NEW_WORK, Embargo.NEW_WORK_AND_INCREASES};
    }

    @ModelAttribute("causes")
    Cause[] causes() {
        return Cause.values();
    }

    @GetMapping("/providers/{ref}/embargo")
    String ask(Actor actor, @PathVariable String ref, Model model) {
        embargoes.mayImpose(actor, ref);
        model.addAttribute("form", ImpositionForm.blank());
        return "embargo/new";
    }

    @PostMapping("/providers/{ref}/embargo")
    String impose(
            Actor actor,
            @PathVariable String ref,
            @Valid @ModelAttribute("form") ImpositionForm form,
            BindingResult errors,
            Locale locale) {
        form.check(Zone.dayOf(clock.instant()), errors);
        if (errors.hasErrors()) return "embargo/new";
        EmbargoRef made = embargoes.impose(actor, ref, form.toTerms(locale.getLanguage()));
        return "redirect:/embargoes/" + made + "?done=embargo.imposed";
    }
}
