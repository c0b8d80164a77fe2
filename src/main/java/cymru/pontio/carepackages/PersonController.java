package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.people.PersonRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who the package is for. The room of people finds or adds the person and comes back with a reference. */
@Controller
class PersonController {
    private final Drafts drafts;
    private final Overviews overviews;

    PersonController(Drafts drafts, Overviews overviews) {
        this.drafts = drafts;
        this.overviews = overviews;
    }

    @GetMapping("/packages/new")
    String begin(Actor actor, @RequestParam(required = false) @Nullable PersonRef person, Model model) {
        if (person != null) model.addAttribute("person", overviews.person(actor, person));
        return "carepackages/new";
    }

    @PostMapping("/packages/new")
    String start(Actor actor, @RequestParam PersonRef person) {
        return "redirect:/packages/" + drafts.start(actor, person) + "?done=carepackages.begun";
    }

    @GetMapping("/packages/{ref}/person")
    String person(
            Actor actor,
            @PathVariable PackageRef ref,
            @RequestParam(required = false) @Nullable PersonRef person,
            Model model) {
        PackageView view = overviews.forWriting(actor, ref);
        model.addAttribute("view", view);
        if (person != null) model.addAttribute("person", overviews.person(actor, person));
        else if (view.plan().person() != null) model.addAttribute("current", overviews.person(actor, view));
        return "carepackages/person";
    }

    @PostMapping("/packages/{ref}/person")
    String save(Actor actor, @PathVariable PackageRef ref, @RequestParam PersonRef person, @RequestParam String stamp) {
        drafts.person(actor, ref, person, Stamp.parse(stamp));
        return "redirect:/packages/" + ref + "?done=carepackages.personChosen";
    }
}
