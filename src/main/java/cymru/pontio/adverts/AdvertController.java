package cymru.pontio.adverts;

import cymru.pontio.areas.Areas;
import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Lot;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import cymru.pontio.site.PackageTabs;
import jakarta.validation.Valid;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a package is advertised: the round that is, or the form, the preview and the publication of the next. */
@Controller
@RequestMapping("/packages/{ref}/advert")
class AdvertController {
    private final PackageAdverts adverts;
    private final Publishing publishing;
    private final Areas areas;
    private final PackageTabs tabs;
    private final MessageSource messages;

    AdvertController(
            PackageAdverts adverts, Publishing publishing, Areas areas, PackageTabs tabs, MessageSource messages) {
        this.adverts = adverts;
        this.publishing = publishing;
        this.areas = areas;
        this.tabs = tabs;
        this.messages = messages;
    }

    @ModelAttribute("tabs")
    List<?> tabs(Actor actor, @PathVariable("ref") PackageRef ref) {
        return tabs.of(actor, ref.value(), AdvertTab.KEY);
    }

    @GetMapping
    String advert(Actor actor, @PathVariable("ref") PackageRef ref, Model model) {
        PackageAdverts.View view = adverts.view(actor, ref);
        if (view.round() == null && view.advertisable()) return "redirect:/packages/{ref}/advert/new";
        model.addAttribute("view", view);
        model.addAttribute("area", areas.locality(view.carePackage().locality()));
        return "adverts/advert";
    }

    @GetMapping("/new")
    String form(
            Actor actor,
            @PathVariable("ref") PackageRef ref,
            @RequestParam(name = "override", required = false) @Nullable String override,
            Model model,
            Locale locale) {
        Publishing.Start start = publishing.start(actor, ref);
        if (start.route().awardsDirectly() && override == null) return direct(start, model);
        LocalDateTime deadline = BidWindow.proposed(start.route().opens(start.now()));
        LocalDateTime questions = BidWindow.questions(deadline);
        model.addAttribute(
                "form",
                start.before()
                        .filter(before -> !start.rewritten())
                        .map(before ->
                                AdvertForm.of(before, start.carePackage(), deadline, questions, override != null))
                        .orElseGet(() -> AdvertForm.of(
                                start.carePackage(), start.weights(), deadline, questions, override != null)));
        return form(start, model, locale);
    }

    @PostMapping("/preview")
    String preview(
            Actor actor,
            @PathVariable("ref") PackageRef ref,
            @RequestParam(name = "_change", required = false) @Nullable String change,
            @Valid @ModelAttribute("form") AdvertForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        check(actor, ref, form, errors);
        boolean typing = change != null || errors.hasFieldErrors() || errors.hasErrors() && !form.previewed();
        return typing ? form(publishing.start(actor, ref), model, locale) : preview(actor, ref, form, model);
    }

    @PostMapping
    String publish(
            Actor actor,
            @PathVariable("ref") PackageRef ref,
            @Valid @ModelAttribute("form") AdvertForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        check(actor, ref, form, errors);
        if (errors.hasErrors()) return form(publishing.start(actor, ref), model, locale);
        publishing.publish(actor, ref, form.toTerms());
        return "redirect:/packages/{ref}/advert?done=adverts.published";
    }

    private void check(Actor actor, PackageRef ref, AdvertForm form, BindingResult errors) {
        publishing.problems(actor, ref, form.toTerms()).stream()
                .filter(problem -> problem.rewritten() || !errors.hasFieldErrors(problem.field()))
                .toList()
                .forEach(problem -> problem.rejectIn(errors));
        if (form.overrideUnexplained() && !errors.hasFieldErrors("overrideReason"))
            errors.rejectValue("overrideReason", "adverts.form.override.missing");
    }

    /** Packages of this patch are awarded directly; advertising one all the same is a decision of its own. */
    private String direct(Publishing.Start start, Model model) {
        model.addAttribute("start", start);
        model.addAttribute("area", areas.locality(start.carePackage().locality()));
        return "adverts/direct";
    }

    private String form(Publishing.Start start, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("start", start);
        model.addAttribute("before", start.rewritten() ? start.before().orElseThrow() : null);
        model.addAttribute("area", areas.locality(start.carePackage().locality()));
        model.addAttribute(
                "calls",
                start.carePackage().lines().stream()
                        .map(line -> new Choice(line.id().toString(), call(formats, line)))
                        .toList());
        model.addAttribute("lots", formats.choices(Lot.values()));
        model.addAttribute("weighing", choices(formats, "adverts.form.weighing.", "SET", "OWN"));
        model.addAttribute("yesNo", choices(formats, "adverts.answer.", "yes", "no"));
        model.addAttribute("languages", choices(formats, "adverts.language.", "en", "cy"));
        return "adverts/form";
    }

    private String preview(Actor actor, PackageRef ref, AdvertForm form, Model model) {
        Publishing.Preview preview = publishing.preview(actor, ref, form.toTerms());
        model.addAttribute("ref", ref.value());
        model.addAttribute("advert", preview.advert());
        model.addAttribute("route", preview.route());
        model.addAttribute("area", areas.locality(preview.advert().locality()));
        return "adverts/preview";
    }

    private static List<Choice> choices(Formats formats, String prefix, String... values) {
        return java.util.Arrays.stream(values)
                .map(value -> new Choice(value, formats.message(prefix + value)))
                .toList();
    }

    private static String call(Formats formats, CallLineView line) {
        return formats.message(
                "adverts.call.choice",
                formats.label(line.band()),
                formats.days(line.days()),
                line.minutes(),
                line.workers());
    }
}
