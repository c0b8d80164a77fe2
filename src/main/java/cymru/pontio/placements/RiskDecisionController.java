package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A commissioner signs that a provider may go though nobody else is there, or before its notice is over. */
@Controller
@RequestMapping("/placements/{ref}/risk-decision")
class RiskDecisionController {
    private final Endings endings;
    private final PlacementRecords records;
    private final MessageSource messages;

    RiskDecisionController(Endings endings, PlacementRecords records, MessageSource messages) {
        this.endings = endings;
        this.records = records;
        this.messages = messages;
    }

    @GetMapping
    String form(Actor actor, @PathVariable PlacementRef ref, Model model, Locale locale) {
        model.addAttribute("form", RiskForm.blank());
        return page(actor, ref, endings.toSign(actor, ref), model, locale);
    }

    @PostMapping
    String sign(
            Actor actor,
            @PathVariable PlacementRef ref,
            @Valid @ModelAttribute("form") RiskForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Notice notice = endings.toSign(actor, ref);
        form.check(notice, errors);
        if (errors.hasErrors()) return page(actor, ref, notice, model, locale);
        endings.sign(actor, ref, form.reason(), form.earlier());
        return "redirect:/placements/{ref}?done=placements.signed";
    }

    private String page(Actor actor, PlacementRef ref, Notice notice, Model model, Locale locale) {
        model.addAttribute("row", records.row(actor, ref));
        model.addAttribute("notice", notice);
        if (notice.askedDay() != null) model.addAttribute("days", days(notice, new Formats(messages, locale)));
        return "placements/risk";
    }

    private static List<Choice> days(Notice notice, Formats formats) {
        return List.of(
                new Choice("EARLIER", formats.message("placements.risk.earlier", formats.longDate(notice.askedDay()))),
                new Choice("NOTICE", formats.message("placements.risk.notice", formats.longDate(notice.lastDay()))));
    }
}
