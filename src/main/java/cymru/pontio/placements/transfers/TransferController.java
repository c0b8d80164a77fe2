package cymru.pontio.placements.transfers;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Transfers of one provider's placements: chosen, begun, and how far they are. */
@Controller
class TransferController {
    private final Transfers transfers;
    private final Leavings leavings;
    private final Areas areas;
    private final MessageSource messages;

    TransferController(Transfers transfers, Leavings leavings, Areas areas, MessageSource messages) {
        this.transfers = transfers;
        this.leavings = leavings;
        this.areas = areas;
        this.messages = messages;
    }

    @GetMapping("/transfers")
    String list(Actor actor, Model model) {
        model.addAttribute("rows", transfers.list(actor));
        return "transfers/list";
    }

    @GetMapping("/providers/{ref}/transfer")
    String form(
            Actor actor,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") List<String> choose,
            Model model,
            Locale locale) {
        Transfers.Choice choice = transfers.choice(actor, ref);
        model.addAttribute("form", TransferForm.of(choice, choose));
        return page(choice, model, locale);
    }

    @PostMapping("/providers/{ref}/transfer")
    String open(
            Actor actor,
            @PathVariable String ref,
            @Valid @ModelAttribute("form") TransferForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Transfers.Choice choice = transfers.choice(actor, ref);
        form.check(choice, errors);
        if (errors.hasErrors()) return page(choice, model, locale);
        return "redirect:/transfers/" + leavings.open(actor, choice.provider(), form.toTerms())
                + "?done=transfers.opened";
    }

    @GetMapping("/transfers/{ref}")
    String one(Actor actor, @PathVariable TransferRef ref, Model model, Locale locale) {
        model.addAttribute("view", transfers.view(actor, ref));
        model.addAttribute("mayStop", actor.is(Role.COMMISSIONER));
        model.addAttribute("words", new TransferWords(new Formats(messages, locale), areas));
        return "transfers/transfer";
    }

    @GetMapping("/transfers/{ref}.csv")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable TransferRef ref) {
        Csv csv = new Csv(
                "placement",
                "package_ref",
                "area",
                "user_hours_a_week",
                "carer_hours_a_week",
                "state",
                "taken_by",
                "taken_from",
                "first_day_without");
        for (Moved one : transfers.view(actor, ref).moved())
            csv.row(
                    one.ref(),
                    one.packageRef(),
                    one.locality(),
                    Csv.hours(one.userMinutes()),
                    Csv.hours(one.carerMinutes()),
                    one.state(),
                    one.takes(),
                    one.from(),
                    one.endsOn());
        return csv.download("transfer.csv");
    }

    private String page(Transfers.Choice choice, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("choice", choice);
        model.addAttribute("reasons", TransferForm.reasons(formats));
        model.addAttribute("words", new TransferWords(formats, areas));
        return "transfers/new";
    }
}
