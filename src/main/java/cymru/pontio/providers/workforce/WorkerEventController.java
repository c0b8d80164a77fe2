package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A worker leaves, or is offered guaranteed hours. */
@Controller
class WorkerEventController {
    private final Workers workers;

    WorkerEventController(Workers workers) {
        this.workers = workers;
    }

    @ModelAttribute("worker")
    Worker worker(Actor actor, @PathVariable UUID id) {
        return workers.view(actor, id).worker();
    }

    @ModelAttribute("choices")
    OfferChoice[] choices() {
        return OfferChoice.values();
    }

    @GetMapping("/workforce/workers/{id}/leaving")
    String askLast(@ModelAttribute(name = "worker", binding = false) Worker worker, Model model) {
        worker.mustNotHaveLeft();
        model.addAttribute("form", new LeavingForm(null));
        return "workforce/leaving";
    }

    @PostMapping("/workforce/workers/{id}/leaving")
    String leave(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(name = "worker", binding = false) Worker worker,
            @Valid @ModelAttribute("form") LeavingForm form,
            BindingResult errors) {
        form.last()
                .date()
                .filter(day -> day.isBefore(worker.started()))
                .ifPresent(day -> errors.rejectValue("last", "workforce.error.leftBeforeStart"));
        if (errors.hasErrors()) return "workforce/leaving";
        workers.leave(actor, id, form.last().date().orElseThrow());
        return "redirect:/workforce?done=workforce.left";
    }

    @GetMapping("/workforce/workers/{id}/offer")
    String askOffer(@ModelAttribute(name = "worker", binding = false) Worker worker, Model model) {
        worker.mustNotBeGuaranteed();
        model.addAttribute("form", new OfferForm(null, ""));
        return "workforce/offer";
    }

    @PostMapping("/workforce/workers/{id}/offer")
    String offer(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(name = "worker", binding = false) Worker worker,
            @Valid @ModelAttribute("form") OfferForm form,
            BindingResult errors) {
        form.check(worker, workers.today(), errors);
        if (errors.hasErrors()) return "workforce/offer";
        workers.offer(actor, id, form.on().date().orElseThrow(), OfferChoice.valueOf(form.choice()));
        return "redirect:/workforce/workers/{id}?done=workforce.offered";
    }
}
