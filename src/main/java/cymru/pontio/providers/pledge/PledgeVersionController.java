package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Versions of the pledge: reading them, and beginning a new one. */
@Controller
class PledgeVersionController {
    private final PledgeVersions versions;
    private final Pledge pledge;

    PledgeVersionController(PledgeVersions versions, Pledge pledge) {
        this.versions = versions;
        this.pledge = pledge;
    }

    @GetMapping("/pledge/versions")
    String list(Actor actor, Model model) {
        List<Version> all = versions.all(actor);
        model.addAttribute("versions", all);
        model.addAttribute("now", pledge.inForce().number());
        model.addAttribute("drafts", actor.is(Role.COMMISSIONER) && all.stream().noneMatch(Version::inHand));
        return "pledge/versions";
    }

    @GetMapping("/pledge/versions/{number}")
    String view(Actor actor, @PathVariable int number, Model model) {
        Version version = versions.view(actor, number);
        boolean decides = actor.is(Role.COMMISSIONER) && version.decidableBy(actor);
        if (decides) model.addAttribute("form", ReasonForm.blank());
        model.addAttribute("version", version);
        model.addAttribute("now", pledge.inForce().number());
        model.addAttribute("own", version.draftOf(actor));
        model.addAttribute("attests", actor.is(Role.PROVIDER_MANAGER));
        model.addAttribute("decides", decides);
        return "pledge/version";
    }

    @GetMapping("/pledge/versions/new")
    String ask(Actor actor, Model model) {
        versions.mayDraft(actor);
        model.addAttribute("form", VersionForm.blank());
        return "pledge/version-new";
    }

    @PostMapping("/pledge/versions/new")
    String draft(Actor actor, @Valid @ModelAttribute("form") VersionForm form, BindingResult errors) {
        form.check(pledge.today(), errors);
        if (errors.hasErrors()) return "pledge/version-new";
        return "redirect:/pledge/versions/" + versions.draft(actor, form.toTerms()) + "?done=pledge.drafted";
    }
}
