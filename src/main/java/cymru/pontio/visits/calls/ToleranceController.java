package cymru.pontio.visits.calls;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Providers;
import cymru.pontio.site.Choice;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** What contracts let pass, and setting it anew from a day on. */
@Controller
class ToleranceController {
    private final ContractTolerances tolerances;
    private final Providers providers;
    private final Clock clock;

    ToleranceController(ContractTolerances tolerances, Providers providers, Clock clock) {
        this.tolerances = tolerances;
        this.providers = providers;
        this.clock = clock;
    }

    @GetMapping("/calls/tolerances")
    String list(Actor actor, Model model) {
        model.addAttribute("form", ToleranceForm.of(Tolerances.USUAL));
        return show(actor, model);
    }

    @PostMapping("/calls/tolerances")
    String set(Actor actor, @ModelAttribute("form") ToleranceForm form, BindingResult errors, Model model) {
        var known = choices().stream().map(Choice::value).collect(Collectors.toSet());
        form.check(errors, known, Zone.dayOf(clock.instant()));
        if (errors.hasErrors()) return show(actor, model);
        tolerances.set(
                actor,
                form.provider().isEmpty() ? null : UUID.fromString(form.provider()),
                Objects.requireNonNull(form.from().orNull()),
                form.tolerances());
        return "redirect:/calls/tolerances?done=calls.toleranceSet";
    }

    private String show(Actor actor, Model model) {
        model.addAttribute("rows", tolerances.list(actor));
        model.addAttribute("providers", choices());
        return "calls/tolerances";
    }

    private List<Choice> choices() {
        return providers.all().stream()
                .map(one -> new Choice(one.id().toString(), one.name(), null))
                .toList();
    }
}
