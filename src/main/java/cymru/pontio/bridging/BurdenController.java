package cymru.pontio.bridging;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Everybody who is bridged, with cost and what would free most. */
@Controller
class BurdenController {
    private final Burden burden;
    private final MessageSource messages;

    BurdenController(Burden burden, MessageSource messages) {
        this.burden = burden;
        this.messages = messages;
    }

    @GetMapping("/bridging/people")
    String people(Actor actor, Model model) {
        model.addAttribute("form", CostForm.blank());
        return page(actor, model);
    }

    @GetMapping("/bridging/people.csv")
    ResponseEntity<byte[]> file(Actor actor, Locale locale) {
        Formats formats = new Formats(messages, locale);
        String[] header = {
            "ref",
            "package",
            "status",
            "since",
            "days",
            "expected",
            "review",
            "carer",
            "displaced",
            "escalated",
            "week",
            "soFar"
        };
        Csv csv = new Csv(Arrays.stream(header)
                .map(column -> formats.message("bridging.people." + column))
                .toArray(String[]::new));
        for (Burden.Line one : burden.view(actor).lines())
            csv.row(
                    one.ref(),
                    one.packageRef(),
                    formats.label(one.status()),
                    one.since(),
                    one.days(),
                    one.expectedEnd(),
                    one.reviewOn(),
                    one.carerMinutesWeek(),
                    one.displacedMinutesWeek(),
                    one.escalated(),
                    one.week() == null ? null : one.week().pounds(),
                    one.soFar() == null ? null : one.soFar().pounds());
        return csv.download("bridged-people.csv");
    }

    @PostMapping("/bridging/people")
    String cost(Actor actor, @Valid @ModelAttribute("form") CostForm form, BindingResult errors, Model model) {
        form.check(burden.today(), errors);
        if (errors.hasErrors()) return page(actor, model);
        burden.cost(actor, form.from().date().orElseThrow(), form.amount());
        return "redirect:/bridging/people?done=bridging.costSet";
    }

    private String page(Actor actor, Model model) {
        Burden.View view = burden.view(actor);
        model.addAttribute("view", view);
        model.addAttribute(
                "steps", Arrays.stream(view.steps()).mapToObj(Integer::toString).collect(Collectors.joining(", ")));
        model.addAttribute("may", actor.is(Role.COMMISSIONER));
        return "bridging/people";
    }
}
