package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Saying that care did not begin on the agreed day. */
@Controller
@RequestMapping("/placements/{ref}/failed-start")
class FailedStartController {
    private final Starts starts;
    private final PlacementRecords records;

    FailedStartController(Starts starts, PlacementRecords records) {
        this.starts = starts;
        this.records = records;
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
        LocalDate newStart = form.newStart().orNull();
        if (newStart != null && !newStart.isAfter(records.row(actor, ref).agreedStart()))
            errors.rejectValue("newStart", "placements.form.newStart.notLater");
        if (errors.hasErrors()) return page(actor, ref, model);
        starts.failed(actor, ref, form.reason(), newStart);
        return "redirect:/placements/{ref}?done=placements.startFailed";
    }

    private String page(Actor actor, PlacementRef ref, Model model) {
        model.addAttribute("row", records.row(actor, ref));
        return "placements/failed-start";
    }
}
