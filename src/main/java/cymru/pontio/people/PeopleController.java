package cymru.pontio.people;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding a person of the own team, and the person's page. */
@Controller
class PeopleController {
    private final PeopleList list;
    private final People people;
    private final Areas areas;
    private final MessageSource messages;

    PeopleController(PeopleList list, People people, Areas areas, MessageSource messages) {
        this.list = list;
        this.people = people;
        this.areas = areas;
        this.messages = messages;
    }

    @ModelAttribute("localities")
    Map<String, String> localities(Locale locale) {
        return areas.choices(new Formats(messages, locale)).stream()
                .collect(Collectors.toMap(Choice::value, Choice::label));
    }

    @GetMapping("/people")
    String list(
            Actor actor,
            @RequestParam @Nullable UUID search,
            @RequestParam(defaultValue = "false") boolean notAsked,
            @RequestParam @Nullable PersonRef after,
            @RequestParam(defaultValue = "") String next,
            Model model) {
        model.addAttribute("found", list.page(actor, new PeopleList.Wish(search, notAsked, after)));
        model.addAttribute("search", search);
        model.addAttribute("notAsked", notAsked);
        model.addAttribute("after", after);
        model.addAttribute("next", OwnPath.orBlank(next));
        return "people/list";
    }

    @PostMapping("/people")
    String search(
            Actor actor, @RequestParam(defaultValue = "") String typed, @RequestParam(defaultValue = "") String next) {
        String back = OwnPath.orBlank(next).isEmpty() ? "" : "&next=" + OwnPath.orBlank(next);
        return "redirect:/people?search=" + list.lookFor(actor, typed) + back;
    }

    @GetMapping("/people/{ref}")
    String person(Actor actor, @PathVariable PersonRef ref, Model model) {
        model.addAttribute("person", people.open(actor, ref));
        return "people/person";
    }
}
