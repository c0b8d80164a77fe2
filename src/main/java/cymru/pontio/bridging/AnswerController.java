package cymru.pontio.bridging;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
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

/** The coordinator's answer to a request. */
@Controller
@RequestMapping("/bridging/{ref}")
class AnswerController {
    private final EpisodePages pages;
    private final Bridging bridging;
    private final Capacity capacity;
    private final MessageSource messages;
    private final Clock clock;

    AnswerController(EpisodePages pages, Bridging bridging, Capacity capacity, MessageSource messages, Clock clock) {
        this.pages = pages;
        this.bridging = bridging;
        this.capacity = capacity;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/acceptance")
    String accept(Actor actor, @PathVariable EpisodeRef ref, Model model) {
        model.addAttribute("form", AcceptanceForm.startingOn(today()));
        return acceptPage(actor, pages.forWork(actor, ref, Episode::mustWait), model);
    }

    @PostMapping("/acceptance")
    String accept(
            Actor actor,
            @PathVariable EpisodeRef ref,
            @Valid @ModelAttribute("form") AcceptanceForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        EpisodeView episode = pages.forWork(actor, ref, Episode::mustWait);
        form.check(errors, Zone.dayOf(episode.requested().at()), today());
        if (!errors.hasErrors())
            bridging.accept(actor, ref, form.terms()).ifPresent(obstacle -> explain(obstacle, errors, locale));
        if (errors.hasErrors()) return acceptPage(actor, episode, model);
        return "redirect:/bridging/{ref}?done=bridging.accepted";
    }

    @GetMapping("/refusal")
    String refuse(Actor actor, @PathVariable EpisodeRef ref, Model model) {
        model.addAttribute("form", ReasonForm.blank());
        return refusePage(pages.forWork(actor, ref, Episode::mustWait), model);
    }

    @PostMapping("/refusal")
    String refuse(
            Actor actor,
            @PathVariable EpisodeRef ref,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        form.check(errors, RefusalReason.values());
        if (errors.hasErrors()) return refusePage(pages.forWork(actor, ref, Episode::mustWait), model);
        bridging.refuse(actor, ref, RefusalReason.valueOf(form.reason()));
        return "redirect:/bridging/{ref}?done=bridging.refused";
    }

    private String acceptPage(Actor actor, EpisodeView episode, Model model) {
        model.addAttribute("episode", episode);
        model.addAttribute("weeks", capacity.panel(actor));
        return "bridging/acceptance";
    }

    private static String refusePage(EpisodeView episode, Model model) {
        model.addAttribute("episode", episode);
        model.addAttribute("choices", RefusalReason.values());
        return "bridging/refusal";
    }

    private void explain(Obstacle obstacle, BindingResult errors, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Object[] figures = {
            formats.date(obstacle.monday()),
            formats.hours(Math.max(0, obstacle.freeMinutes())),
            formats.hours(obstacle.neededMinutes()),
            formats.hours(Math.max(0, obstacle.neededMinutes() - obstacle.freeMinutes()))
        };
        String field = obstacle.kind() == Obstacle.Kind.NOT_DECLARED ? "start" : "displaced";
        errors.rejectValue(field, "bridging.accept." + obstacle.kind(), figures, null);
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
