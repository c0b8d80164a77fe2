package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.CareService;
import cymru.pontio.site.Csv;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The register: the list, a new enquiry, one micro-enterprise for the council and for itself. */
@Controller
class RegisterController {
    private final Register register;
    private final MicroPages pages;
    private final MicroModel model;

    RegisterController(Register register, MicroPages pages, MicroModel model) {
        this.register = register;
        this.pages = pages;
        this.model = model;
    }

    @GetMapping("/micro-enterprises")
    String list(Actor actor, MicroFilter filter, Model page, Locale locale) {
        model.mustKnow(filter.patch());
        page.addAttribute("rows", register.list(actor, filter));
        page.addAttribute("filter", filter);
        page.addAttribute("states", model.formats(locale).choices(MicroState.values()));
        page.addAttribute("helps", model.formats(locale).choices(CareService.values()));
        page.addAttribute("patches", model.patches(locale));
        page.addAttribute("patchNames", model.patchNames(locale));
        return "microenterprises/list";
    }

    /** No telephone numbers or addresses: files travel. */
    @GetMapping("/micro-enterprises.csv")
    ResponseEntity<byte[]> file(Actor actor, MicroFilter filter) {
        model.mustKnow(filter.patch());
        Csv csv = new Csv(MicroFile.HEADER);
        register.list(actor, filter).forEach(row -> csv.row(MicroFile.cells(row, Zone.dayOf(row.since()))));
        return csv.download("micro-enterprises.csv");
    }

    @GetMapping("/micro-enterprises/new")
    String ask(Model page, Locale locale) {
        page.addAttribute("form", NewForm.blank());
        return form(page, locale);
    }

    @PostMapping("/micro-enterprises")
    String add(
            Actor actor, @Valid @ModelAttribute("form") NewForm form, BindingResult errors, Model page, Locale locale) {
        form.check(model.patchNames(locale).keySet(), errors);
        if (errors.hasErrors()) return form(page, locale);
        return "redirect:/micro-enterprises/" + register.add(actor, form.toTerms()) + "?done=microenterprises.added";
    }

    @GetMapping("/micro-enterprises/{ref}")
    String view(Actor actor, @PathVariable MicroRef ref, Model page, Locale locale) {
        return one(pages.of(actor, ref), page, locale);
    }

    @GetMapping("/micro-enterprises/own")
    String own(Actor actor, Model page, Locale locale) {
        return one(pages.own(actor), page, locale);
    }

    private String one(MicroPages.Page one, Model page, Locale locale) {
        page.addAttribute("page", one);
        page.addAttribute("patchNames", model.patchNames(locale));
        page.addAttribute("timeline", model.timeline(one.steps(), locale));
        return "microenterprises/one";
    }

    private String form(Model page, Locale locale) {
        page.addAttribute("helps", model.formats(locale).choices(CareService.values()));
        page.addAttribute("patches", model.patches(locale));
        return "microenterprises/new";
    }
}
