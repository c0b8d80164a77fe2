package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.rates.CareService;
import cymru.pontio.rates.PriceZone;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Working out new rates, as often as wanted, and saving them for a second person. */
@Controller
class ProposingController {
    private static final String WORK_OUT = "work-out";

    private final Workbench workbench;
    private final Proposals proposals;
    private final MessageSource messages;

    ProposingController(Workbench workbench, Proposals proposals, MessageSource messages) {
        this.workbench = workbench;
        this.proposals = proposals;
        this.messages = messages;
    }

    @GetMapping("/rates/simplification/new")
    String askFewer(Actor actor, Model model) {
        model.addAttribute("form", SimplifyForm.blank(proposals.today()));
        return fewer(actor, model);
    }

    @PostMapping("/rates/simplification/new")
    String proposeFewer(
            Actor actor,
            @Valid @ModelAttribute("form") SimplifyForm form,
            BindingResult errors,
            @RequestParam(name = "_action", defaultValue = "") String action,
            Model model) {
        boolean saving = !action.equals(WORK_OUT);
        SimplifyForm.check(form.from(), form.reason(), proposals.today(), saving, errors);
        String page = fewer(actor, model);
        if (errors.hasErrors()) return page;
        return saving ? saved(actor, form.terms()) : shown(actor, form.terms(), model, page);
    }

    @GetMapping("/rates/simplification/uplift")
    String askUplift(Actor actor, Model model) {
        model.addAttribute("form", UpliftForm.blank(proposals.today()));
        return uplift(actor, model);
    }

    @PostMapping("/rates/simplification/uplift")
    String proposeUplift(
            Actor actor,
            @Valid @ModelAttribute("form") UpliftForm form,
            BindingResult errors,
            @RequestParam(name = "_action", defaultValue = "") String action,
            Model model) {
        boolean saving = !action.equals(WORK_OUT);
        form.check(proposals.today(), saving, errors);
        String page = uplift(actor, model);
        if (errors.hasErrors()) return page;
        return saving ? saved(actor, form.terms()) : shown(actor, form.terms(), model, page);
    }

    private String saved(Actor actor, ProposalTerms terms) {
        return "redirect:/rates/simplification/" + proposals.save(actor, terms) + "?done=simplification.saved";
    }

    private String shown(Actor actor, ProposalTerms terms, Model model, String page) {
        model.addAttribute("effect", workbench.effect(actor, terms));
        return page;
    }

    private String fewer(Actor actor, Model model) {
        actor.must(Role.COMMISSIONER);
        Formats formats = formats();
        model.addAttribute("groupings", formats.choices(Grouping.values()));
        model.addAttribute("bases", formats.choices(Basis.values()));
        return "simplification/new";
    }

    private String uplift(Actor actor, Model model) {
        actor.must(Role.COMMISSIONER);
        Formats formats = formats();
        Choice all = new Choice("ALL", formats.message("simplification.all"));
        model.addAttribute(
                "measures",
                List.of(
                        new Choice("PERCENT", formats.message("simplification.measure.PERCENT")),
                        new Choice("POUNDS", formats.message("simplification.measure.POUNDS"))));
        model.addAttribute("services", with(all, formats.choices(CareService.SESSIONAL, CareService.WAKING_NIGHT)));
        model.addAttribute("zones", with(all, formats.choices(PriceZone.values())));
        return "simplification/uplift";
    }

    private static List<Choice> with(Choice first, List<Choice> others) {
        List<Choice> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private Formats formats() {
        return new Formats(messages, LocaleContextHolder.getLocale());
    }
}
