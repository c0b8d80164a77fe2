package cymru.pontio.areas;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Making a patch and changing what it is made of. */
@Controller
class PatchEditController {
    private final Patches patches;
    private final Areas areas;
    private final CountyMaps maps;
    private final MessageSource messages;

    PatchEditController(Patches patches, Areas areas, CountyMaps maps, MessageSource messages) {
        this.patches = patches;
        this.areas = areas;
        this.maps = maps;
        this.messages = messages;
    }

    /**
     * The communities of one patch as check boxes.
     *
     * @param moving so many of another patch are ticked, perhaps because they left this one while somebody typed
     */
    record Group(Choice patch, List<Community> communities, boolean own, long moving) {}

    @GetMapping("/patches/new")
    String blank(Actor actor, Model model, Locale locale) {
        long seen = patches.all(actor).getFirst().seen();
        return page(actor, null, PatchForm.blank(seen), model, locale);
    }

    @PostMapping("/patches/new")
    String add(
            Actor actor,
            @Valid @ModelAttribute("form") PatchForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        check(actor, null, form, errors);
        if (errors.hasErrors()) return page(actor, null, form, model, locale);
        return "redirect:/patches/" + patches.add(actor, form.toTerms()) + "?done=areas.added";
    }

    @GetMapping("/patches/{code}/edit")
    String edit(Actor actor, @PathVariable String code, Model model, Locale locale) {
        PatchView patch = patches.view(actor, code);
        return page(actor, patch, PatchForm.of(patch), model, locale);
    }

    @PostMapping("/patches/{code}/edit")
    String change(
            Actor actor,
            @PathVariable String code,
            @Valid @ModelAttribute("form") PatchForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        PatchView patch = patches.view(actor, code);
        check(actor, patch, form, errors);
        if (errors.hasErrors()) return page(actor, patch, form, model, locale);
        patches.change(actor, code, form.toTerms());
        return "redirect:/patches/{code}?done=areas.changed";
    }

    private void check(Actor actor, @Nullable PatchView patch, PatchForm form, BindingResult errors) {
        String own = patch == null ? null : patch.locality().code();
        var others = areas.current().stream()
                .map(Locality::code)
                .filter(code -> !code.equals(own))
                .collect(Collectors.toSet());
        form.check(patch, patches.communities(actor), others, errors);
        if (patches.taken(own, form.nameEn().strip(), false)) errors.rejectValue("nameEn", "areas.form.name.taken");
        if (patches.taken(own, form.nameCy().strip(), true)) errors.rejectValue("nameCy", "areas.form.name.taken");
    }

    private String page(Actor actor, @Nullable PatchView patch, PatchForm form, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        String own = patch == null ? "" : patch.locality().code();
        List<Choice> choices = areas.choices(formats);
        if (!model.containsAttribute("form")) model.addAttribute("form", form);
        model.addAttribute("patch", patch);
        model.addAttribute("groups", groups(choices, patches.communities(actor), own, form));
        model.addAttribute(
                "others",
                choices.stream().filter(one -> !one.value().equals(own)).toList());
        model.addAttribute(
                "map",
                patch == null
                        ? PatchMaps.plain(maps, formats)
                        : PatchMaps.one(maps, formats, Map.of(own, 1), patch.locality()));
        return "areas/edit";
    }

    private static List<Group> groups(List<Choice> choices, List<Community> all, String own, PatchForm form) {
        Map<String, List<Community>> placed = all.stream().collect(Collectors.groupingBy(Community::locality));
        return choices.stream()
                .map(one -> {
                    List<Community> in = placed.getOrDefault(one.value(), List.of());
                    boolean its = one.value().equals(own);
                    long ticked = in.stream()
                            .filter(community -> form.communities().contains(community.code()))
                            .count();
                    return new Group(one, in, its, its ? 0 : ticked);
                })
                .sorted((a, b) -> Boolean.compare(b.own(), a.own()))
                .toList();
    }
}
