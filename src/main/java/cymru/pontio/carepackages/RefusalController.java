package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.PackageTabs;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Providers the person will not have. */
@Controller
@RequestMapping("/packages/{ref}/refusals")
class RefusalController {
    private final Refusals refusals;
    private final PackageTabs tabs;
    private final PackageModel pages;

    RefusalController(Refusals refusals, PackageTabs tabs, PackageModel pages) {
        this.refusals = refusals;
        this.tabs = tabs;
        this.pages = pages;
    }

    @GetMapping
    String list(Actor actor, @PathVariable PackageRef ref, Model model) {
        model.addAttribute("form", RefusalForm.blank());
        return page(actor, ref, model);
    }

    @PostMapping
    String refuse(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") RefusalForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(actor, ref, model);
        refusals.refuse(actor, ref, form.providerId(), form.reason().strip());
        return "redirect:/packages/{ref}/refusals?done=carepackages.refused";
    }

    @PostMapping("/{id}/taking-back")
    String takeBack(Actor actor, @PathVariable PackageRef ref, @PathVariable UUID id) {
        refusals.takeBack(actor, ref, id);
        return "redirect:/packages/{ref}/refusals?done=carepackages.takenBack";
    }

    private String page(Actor actor, PackageRef ref, Model model) {
        Refusals.View view = refusals.view(actor, ref);
        model.addAttribute("page", view);
        model.addAttribute("ref", ref.value());
        model.addAttribute(
                "providers",
                view.choices().stream()
                        .map(one -> new Choice(
                                one.id().toString(),
                                one.micro()
                                        ? pages.formats().message("carepackages.refusals.micro", one.name())
                                        : one.name()))
                        .toList());
        model.addAttribute("tabs", tabs.of(actor, ref.value(), "carepackages.tab.refusals"));
        return "carepackages/refusals";
    }
}
