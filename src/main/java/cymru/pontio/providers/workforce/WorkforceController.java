package cymru.pontio.providers.workforce;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The workforce: a provider’s own register, and the council’s list of all providers. */
@Controller
class WorkforceController {
    private final Workers workers;
    private final Workforces workforces;
    private final StandardChanges changes;
    private final Areas areas;
    private final MessageSource messages;

    WorkforceController(
            Workers workers, Workforces workforces, StandardChanges changes, Areas areas, MessageSource messages) {
        this.changes = changes;
        this.workers = workers;
        this.workforces = workforces;
        this.areas = areas;
        this.messages = messages;
    }

    @ModelAttribute("places")
    Map<String, String> places(Locale locale) {
        Formats formats = new Formats(messages, locale);
        return areas.all().stream()
                .collect(Collectors.toMap(Locality::code, one -> formats.either(one.nameEn(), one.nameCy())));
    }

    @GetMapping("/workforce")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "ALL") Shown show,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        if (!actor.ofProvider()) {
            model.addAttribute("lines", workforces.all(actor));
            return "workforce/council";
        }
        Team team = workers.team(actor);
        List<Compliance> rows = show.of(team, workers.all(actor), workers.today());
        model.addAttribute("page", RegisterPage.of(rows, after));
        model.addAttribute("team", team);
        model.addAttribute("show", show);
        model.addAttribute("shows", Shown.values());
        return "workforce/register";
    }

    @GetMapping("/workforce.csv")
    ResponseEntity<byte[]> file(Actor actor, Locale locale) {
        return actor.ofProvider()
                ? WorkforceFile.register(workers.all(actor), workers.standard()).download("workforce.csv")
                : WorkforceFile.providers(workforces.all(actor), new Formats(messages, locale))
                        .download("workforce.csv");
    }

    @GetMapping("/workforce/providers/{ref}")
    String provider(Actor actor, @PathVariable String ref, Model model) {
        Workforces.Line line = workforces.view(actor, ref);
        model.addAttribute("line", line);
        model.addAttribute("team", line.team());
        return "workforce/provider";
    }

    @GetMapping("/workforce/standard")
    String standard(Actor actor, Model model) {
        model.addAttribute("standard", workers.standard());
        model.addAttribute("coming", changes.coming());
        model.addAttribute("changes", actor.is(Role.COMMISSIONER));
        return "workforce/standard";
    }
}
