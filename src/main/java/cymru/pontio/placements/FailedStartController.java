package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
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

/** Saying that care did not begin on the agreed day, and when it will. */
@Controller
@RequestMapping("/placements/{ref}/failed-start")
class FailedStartController {
    private final Starts starts;
    private final PlacementRecords records;
    private final Clock clock;

    FailedStartController(Starts starts, PlacementRecords records, Clock clock) {
        this.starts = starts;
        this.records = records;
        this.clock = clock;
    }

    @GetMapping
    String form(Actor actor, @PathVariable PlacementRef ref, Model model) {
        model.addAttribute("form", FailedStartForm.blank());
        return page(actor, ref, model);
    }

    @PostMapping
    String report(
            Actor actor,
            @PathVariable PlacementRef ref,
            @Valid @ModelAttribute("form") FailedStartForm form,
            BindingResult errors,
            Model model) {
        boolean reported = records.startReported(actor, ref);
        form.check(errors, starts.due(actor, ref).agreedStart(), Zone.dayOf(clock.instant()), reported);
        if (errors.hasErrors()) return page(actor, ref, model);
        starts.failed(actor, ref, form.reason(), form.newStart().orNull());
        return "redirect:/placements/{ref}?done=placements." + (reported ? "newStart" : "startFailed");
    }

    private String page(Actor actor, PlacementRef ref, Model model) {
        model.addAttribute("row", starts.due(actor, ref));
        model.addAttribute("reported", records.startReported(actor, ref));
        return "placements/failed-start";
    }
}
