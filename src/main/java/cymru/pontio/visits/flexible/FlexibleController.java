package cymru.pontio.visits.flexible;

import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.site.Formats;
import cymru.pontio.site.PackageTabs;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Flexible hours as the council agrees them and as the provider saves and uses them. */
@Controller
class FlexibleController {
    private final Bank bank;
    private final PackageTabs tabs;
    private final MessageSource messages;

    FlexibleController(Bank bank, PackageTabs tabs, MessageSource messages) {
        this.bank = bank;
        this.tabs = tabs;
        this.messages = messages;
    }

    @GetMapping("/packages/{ref}/flexible")
    String ofPackage(Actor actor, @PathVariable PackageRef ref, Model model, Locale locale) {
        model.addAttribute("form", AgreementForm.blank());
        return page(actor, ref, bank.ofPackage(actor, ref), model, locale);
    }

    @PostMapping("/packages/{ref}/flexible")
    String agree(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Bank.View view = bank.ofPackage(actor, ref);
        form.check(view, errors);
        if (errors.hasErrors()) return page(actor, ref, view, model, locale);
        bank.agree(actor, ref, form.from().date().orElseThrow(), Flexibility.valueOf(form.mode()), form.end());
        return "redirect:/packages/" + ref + "/flexible?done=flexible.agreed";
    }

    @GetMapping("/placements/{ref}/flexible")
    String ofPlacement(Actor actor, @PathVariable PlacementRef ref, Model model, Locale locale) {
        model.addAttribute("form", EntryForm.blank());
        return own(bank.ofPlacement(actor, ref.value()), model, locale);
    }

    @PostMapping("/placements/{ref}/flexible")
    String enter(
            Actor actor,
            @PathVariable PlacementRef ref,
            @Valid @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Bank.View view = bank.ofPlacement(actor, ref.value());
        form.check(view, errors);
        if (errors.hasErrors()) return own(view, model, locale);
        EntryKind kind = EntryKind.valueOf(form.kind());
        bank.enter(actor, ref.value(), kind, form.day().date().orElseThrow(), form.count(), form.reason());
        return "redirect:/placements/" + ref + "/flexible?done=flexible." + kind;
    }

    private String page(Actor actor, PackageRef ref, Bank.View view, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("view", view);
        model.addAttribute("modes", formats.choices(Flexibility.values()));
        model.addAttribute("ends", formats.choices(AtEnd.values()));
        model.addAttribute("tabs", tabs.of(actor, ref.value(), FlexibleTab.KEY));
        return "flexible/of-package";
    }

    private String own(Bank.View view, Model model, Locale locale) {
        model.addAttribute("view", view);
        model.addAttribute("kinds", new Formats(messages, locale).choices(EntryKind.SAVED, EntryKind.USED));
        return "flexible/of-placement";
    }
}
