package cymru.pontio.adverts.allocation;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.CountyMaps;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How work is given out in each patch, and the decision to do it otherwise. */
@Controller
@RequestMapping("/allocation")
class AllocationController {
    private final Allocations allocations;
    private final Areas areas;
    private final CountyMaps maps;
    private final MessageSource messages;

    AllocationController(Allocations allocations, Areas areas, CountyMaps maps, MessageSource messages) {
        this.allocations = allocations;
        this.areas = areas;
        this.maps = maps;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Map<String, Allocation> all = allocations.all(actor);
        model.addAttribute("all", all);
        model.addAttribute("patches", areas.choices(formats));
        model.addAttribute("map", maps.kinds(formats, words(formats), kinds(all), names(formats), null));
        return "allocation/list";
    }

    @GetMapping("/{code}")
    String one(Actor actor, @PathVariable String code, Model model) {
        model.addAttribute("history", allocations.history(actor, code));
        model.addAttribute("now", allocations.today(code));
        model.addAttribute("today", allocations.day());
        model.addAttribute("patch", areas.locality(code));
        model.addAttribute("mayDecide", actor.is(Role.COMMISSIONER));
        return "allocation/patch";
    }

    @GetMapping("/{code}/decision")
    String form(Actor actor, @PathVariable String code, Model model, Locale locale) {
        int seen = allocations.history(actor, code).stream()
                .mapToInt(Allocation::number)
                .max()
                .orElse(0);
        model.addAttribute("form", AllocationForm.of(allocations.today(code), allocations.day(), seen));
        return page(code, model, locale);
    }

    @PostMapping("/{code}/decision")
    String decide(
            Actor actor,
            @PathVariable String code,
            @Valid @ModelAttribute("form") AllocationForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        var leads =
                allocations.leads(code).stream().map(one -> one.id().toString()).collect(Collectors.toSet());
        form.check(leads, allocations.inhouse().isPresent(), allocations.day(), errors);
        if (errors.hasErrors()) return page(code, model, locale);
        allocations.decide(actor, code, form.toTerms());
        return "redirect:/allocation/{code}?done=allocation.decided";
    }

    private String page(String code, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("patch", areas.locality(code));
        model.addAttribute("modes", formats.choices(AllocationMode.values()));
        model.addAttribute("grounds", formats.choices(DirectReason.values()));
        model.addAttribute(
                "leads",
                allocations.leads(code).stream()
                        .map(one -> new Choice(one.id().toString(), lead(formats, one)))
                        .toList());
        return "allocation/decision";
    }

    private String lead(Formats formats, ProviderView one) {
        boolean good = one.accredited(allocations.day()) && one.embargo() == cymru.pontio.providers.Embargo.NONE;
        return good ? one.name() : formats.message("allocation.form.lead.notNow", one.name());
    }

    private static CountyMaps.Words words(Formats formats) {
        return new CountyMaps.Words(
                "allocation", formats.message("allocation.list.title"), "", formats.message("allocation.mode"));
    }

    private static Map<String, Integer> kinds(Map<String, Allocation> all) {
        return all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().mode().ordinal()));
    }

    private static List<String> names(Formats formats) {
        return Arrays.stream(AllocationMode.values()).map(formats::label).toList();
    }
}
