package cymru.pontio.placements.suspensions;

import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All suspensions with their retainers, visits that were not due, and the rules. */
@Controller
class SuspensionController {
    private final Suspensions suspensions;
    private final RetainerRules rules;
    private final MessageSource messages;
    private final Clock clock;

    SuspensionController(Suspensions suspensions, RetainerRules rules, MessageSource messages, Clock clock) {
        this.suspensions = suspensions;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/suspensions")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant after,
            @RequestParam(required = false) @Nullable UUID placement,
            Model model) {
        model.addAttribute("page", suspensions.list(actor, after, placement));
        model.addAttribute("council", actor.isAny(Role.BROKER, Role.COMMISSIONER));
        return "suspensions/list";
    }

    @GetMapping("/suspensions.csv")
    ResponseEntity<byte[]> file(Actor actor, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv(SuspensionFile.header(formats));
        suspensions.all(actor).forEach(row -> csv.row(SuspensionFile.cells(row, formats)));
        return csv.download("suspensions.csv");
    }

    @GetMapping("/suspensions/visits")
    String visits(Actor actor, Model model) {
        model.addAttribute(
                "flagged",
                suspensions.flagged(actor).stream().limit(Suspensions.FLAGGED).toList());
        model.addAttribute("most", Suspensions.FLAGGED);
        return "suspensions/visits";
    }

    @GetMapping("/suspensions/visits.csv")
    ResponseEntity<byte[]> visitFile(Actor actor, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv(SuspensionFile.visitHeader(formats));
        suspensions.flagged(actor).forEach(row -> csv.row(SuspensionFile.cells(row, formats)));
        return csv.download("visits-not-due.csv");
    }

    @GetMapping("/suspensions/rules")
    String rules(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", RuleForm.blank());
        return rulePage(actor, model, locale);
    }

    @PostMapping("/suspensions/rules")
    String set(
            Actor actor,
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        form.check(Zone.dayOf(clock.instant()), errors);
        if (errors.hasErrors()) return rulePage(actor, model, locale);
        rules.set(actor, AwayKind.valueOf(form.kind()), form.day(), Integer.parseInt(form.days()), form.rate());
        return "redirect:/suspensions/rules?done=suspensions.ruleSet";
    }

    private String rulePage(Actor actor, Model model, Locale locale) {
        model.addAttribute("rules", rules.all(actor));
        model.addAttribute("may", actor.is(Role.COMMISSIONER));
        model.addAttribute("kinds", new Formats(messages, locale).choices(AwayKind.values()));
        return "suspensions/rules";
    }
}
