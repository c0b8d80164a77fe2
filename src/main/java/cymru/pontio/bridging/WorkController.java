package cymru.pontio.bridging;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** While bridging runs: the hours given, the reviews, the end. */
@Controller
@RequestMapping("/bridging/{ref}")
class WorkController {
    private final EpisodePages pages;
    private final Bridging bridging;
    private final Admissions admissions;
    private final BridgingRecords records;
    private final Clock clock;

    WorkController(EpisodePages pages, Bridging bridging, Admissions admissions, BridgingRecords records, Clock clock) {
        this.pages = pages;
        this.bridging = bridging;
        this.admissions = admissions;
        this.records = records;
        this.clock = clock;
    }

    /** @param day the day to put right; today if none is named */
    @GetMapping("/actuals")
    String actuals(
            Actor actor,
            @PathVariable EpisodeRef ref,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        LocalDate shown = Objects.requireNonNullElse(day, today());
        model.addAttribute(
                "form",
                records.standing(actor, ref, shown)
                        .map(given -> ActualForm.of(shown, given))
                        .orElseGet(() -> ActualForm.blankFor(shown)));
        return page("actuals", pages.forWork(actor, ref, Episode::mustHaveBegun), model);
    }

    @PostMapping("/actuals")
    String actuals(
            Actor actor,
            @PathVariable EpisodeRef ref,
            @Valid @ModelAttribute("form") ActualForm form,
            BindingResult errors,
            Model model) {
        EpisodeView episode = pages.forWork(actor, ref, Episode::mustHaveBegun);
        form.check(errors, episode, today());
        if (errors.hasErrors()) return page("actuals", episode, model);
        records.enter(actor, ref, Objects.requireNonNull(form.day().orNull()), form.given());
        return "redirect:/bridging/{ref}?done=bridging.recorded";
    }

    @GetMapping("/review")
    String review(Actor actor, @PathVariable EpisodeRef ref, Model model) {
        EpisodeView episode = pages.forWork(actor, ref, Episode::mustRun);
        model.addAttribute("form", ReviewForm.of(episode));
        return page("review", episode, model);
    }

    @PostMapping("/review")
    String review(
            Actor actor,
            @PathVariable EpisodeRef ref,
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult errors,
            Model model) {
        form.check(errors, today());
        if (errors.hasErrors()) return page("review", pages.forWork(actor, ref, Episode::mustRun), model);
        bridging.review(
                actor,
                ref,
                ReviewOutcome.valueOf(form.outcome()),
                Objects.requireNonNull(form.expectedEnd().orNull()));
        return "redirect:/bridging/{ref}?done=bridging.reviewed";
    }

    @GetMapping("/end")
    String end(Actor actor, @PathVariable EpisodeRef ref, Model model) {
        model.addAttribute("form", EndForm.on(today()));
        return page("end", pages.forWork(actor, ref, Episode::mustRun), model);
    }

    @PostMapping("/end")
    String end(
            Actor actor,
            @PathVariable EpisodeRef ref,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Model model) {
        EpisodeView episode = pages.forWork(actor, ref, Episode::mustRun);
        form.check(errors, episode, clock.instant());
        if (errors.hasErrors()) return page("end", episode, model);
        if (form.hospital()) admissions.admitted(actor, ref, form.intoHospital());
        else bridging.end(actor, ref, Objects.requireNonNull(form.last().orNull()), EndReason.valueOf(form.reason()));
        return "redirect:/bridging/{ref}?done=bridging.ended";
    }

    private static String page(String name, EpisodeView episode, Model model) {
        model.addAttribute("episode", episode);
        model.addAttribute("outcomes", ReviewOutcome.values());
        model.addAttribute("reasons", EndReason.values());
        return "bridging/" + name;
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
