package cymru.pontio.adverts;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adverts that are published together: the list, the form, and each bundle. */
@Controller
class BundleController {
    private final Bundles bundles;
    private final OneOpportunity opportunities;
    private final BundlePublishing publishing;
    private final Areas areas;
    private final MessageSource messages;

    BundleController(
            Bundles bundles,
            OneOpportunity opportunities,
            BundlePublishing publishing,
            Areas areas,
            MessageSource messages) {
        this.bundles = bundles;
        this.opportunities = opportunities;
        this.publishing = publishing;
        this.areas = areas;
        this.messages = messages;
    }

    @GetMapping("/bundles")
    String list(Actor actor, @RequestParam(name = "after", defaultValue = "") String after, Model model) {
        model.addAttribute("page", bundles.page(actor, Cursor.parse(after)));
        model.addAttribute("areas", names());
        return "adverts/bundles";
    }

    @GetMapping("/bundles.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        Csv csv = new Csv(
                "bundle",
                "published_at",
                "published_by",
                "deadline",
                "adverts",
                "undecided",
                "areas",
                "user_hours_a_week",
                "carer_hours_a_week");
        for (BundleRows.Line one : bundles.all(actor))
            csv.row(
                    one.ref(),
                    one.publishedAt(),
                    one.publishedBy(),
                    one.deadline(),
                    one.adverts(),
                    one.open(),
                    String.join(" ", one.areas()),
                    Csv.hours(one.userMinutes()),
                    Csv.hours(one.carerMinutes()));
        return csv.download("bundles.csv");
    }

    @GetMapping("/bundles/new")
    String form(
            Actor actor,
            @RequestParam(name = "package", defaultValue = "") List<PackageRef> refs,
            Model model,
            Locale locale) {
        List<Publishing.Start> starts = publishing.start(actor, refs);
        LocalDateTime deadline = BidWindow.proposed(starts.getFirst().now());
        model.addAttribute("form", BundleForm.of(starts, deadline, BidWindow.questions(deadline)));
        return form(starts, model, locale);
    }

    @PostMapping("/bundles")
    String publish(
            Actor actor,
            @Valid @ModelAttribute("form") BundleForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        List<BundlePublishing.Part> parts = form.toParts();
        List<Publishing.Start> starts = publishing.start(
                actor, parts.stream().map(BundlePublishing.Part::ref).toList());
        form.check(errors);
        publishing.problems(actor, parts, form.common()).stream()
                .filter(problem -> problem.rewritten() || !errors.hasFieldErrors(problem.field()))
                .toList()
                .forEach(problem -> problem.rejectIn(errors));
        if (errors.hasErrors()) return form(starts, model, locale);
        return "redirect:/bundles/" + publishing.publish(actor, parts, form.common()) + "?done=adverts.bundled";
    }

    @GetMapping("/bundles/{ref}")
    String one(Actor actor, @PathVariable BundleRef ref, Model model) {
        model.addAttribute("bundle", bundles.facts(actor, ref));
        model.addAttribute("areas", names());
        return "adverts/bundle";
    }

    @GetMapping("/opportunities/bundles/{ref}")
    String opportunity(Actor actor, @PathVariable BundleRef ref, Model model) {
        BundleFacts bundle = bundles.forProvider(actor, ref);
        Map<AdvertId, OneOpportunity.Own> own = opportunities.own(actor, bundle.adverts());
        model.addAttribute("bundle", bundle);
        model.addAttribute("own", own);
        model.addAttribute("mayBid", own.values().stream().anyMatch(OneOpportunity.Own::mayBid));
        model.addAttribute("areas", names());
        return "adverts/opportunity-bundle";
    }

    private String form(List<Publishing.Start> starts, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("starts", starts);
        model.addAttribute("asked", starts.stream().anyMatch(one -> !one.route().open()));
        model.addAttribute("silent", starts.stream().anyMatch(one -> !one.welshAnswered()));
        model.addAttribute("areas", names());
        model.addAttribute(
                "languages",
                List.of(
                        new Choice("en", formats.message("adverts.language.en")),
                        new Choice("cy", formats.message("adverts.language.cy"))));
        return "adverts/bundle-form";
    }

    private Map<String, Locality> names() {
        return areas.all().stream().collect(Collectors.toMap(Locality::code, Function.identity()));
    }
}
