package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.rates.RefusalForm;
import cymru.pontio.site.Csv;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** All live rates, and each proposal to change them. */
@Controller
class SimplificationController {
    private final Workbench workbench;
    private final Proposals proposals;

    SimplificationController(Workbench workbench, Proposals proposals) {
        this.workbench = workbench;
        this.proposals = proposals;
    }

    @GetMapping("/rates/simplification")
    String bench(Actor actor, Model model) {
        model.addAttribute("bench", workbench.bench(actor, proposals.today()));
        model.addAttribute("proposals", proposals.latest(actor));
        model.addAttribute("mayPropose", actor.is(Role.COMMISSIONER));
        return "simplification/bench";
    }

    @GetMapping("/rates/simplification.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        return lines(workbench.bench(actor, proposals.today()).effect(), "live-rates.csv");
    }

    @GetMapping("/rates/simplification/{ref}")
    String view(Actor actor, @PathVariable ProposalRef ref, Model model) {
        Proposals.Saved saved = proposals.saved(actor, ref);
        model.addAttribute("saved", saved);
        // A page with a form is asked for in another language by sending its form.
        if (saved.proposal().open()) model.addAttribute("form", RefusalForm.blank());
        return "simplification/proposal";
    }

    @GetMapping("/rates/simplification/{ref}/lines.csv")
    ResponseEntity<byte[]> linesFile(Actor actor, @PathVariable ProposalRef ref) {
        return lines(proposals.saved(actor, ref).effect(), "rates-" + ref + ".csv");
    }

    @PostMapping("/rates/simplification/{ref}/approval")
    String approve(Actor actor, @PathVariable ProposalRef ref) {
        proposals.approve(actor, ref);
        return "redirect:/rates/simplification/{ref}?done=simplification.approved";
    }

    @PostMapping("/rates/simplification/{ref}/refusal")
    String turnDown(
            Actor actor,
            @PathVariable ProposalRef ref,
            @Valid @ModelAttribute("form") RefusalForm form,
            BindingResult errors,
            Model model) {
        model.addAttribute("saved", proposals.saved(actor, ref));
        if (errors.hasErrors()) return "simplification/proposal";
        proposals.turnDown(actor, ref, form.reason());
        return "redirect:/rates/simplification/{ref}?done=simplification.refused";
    }

    private static ResponseEntity<byte[]> lines(Effect effect, String name) {
        Csv csv = new Csv(
                "placement",
                "provider",
                "zone",
                "visit_length",
                "service",
                "user_minutes_week",
                "carer_minutes_week",
                "rate_before",
                "rate_after",
                "pounds_week_before",
                "pounds_week_after",
                "pounds_week_more");
        for (Line one : effect.lines()) {
            csv.row(
                    one.ref(),
                    effect.names().get(one.provider()),
                    one.zone(),
                    one.length(),
                    one.service(),
                    one.userMinutes(),
                    one.carerMinutes(),
                    one.was().pounds(),
                    one.rate().pounds(),
                    one.weekBefore(),
                    one.weekAfter(),
                    one.weekMore());
        }
        return csv.download(name);
    }
}
