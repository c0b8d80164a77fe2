package cymru.pontio.adverts;

import cymru.pontio.areas.Areas;
import cymru.pontio.carepackages.Band;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Searches kept for next time, by which a person is told of new opportunities. */
@Controller
class SavedSearchController {
    private final SavedSearches searches;
    private final Opportunities opportunities;
    private final Areas areas;
    private final MessageSource messages;

    SavedSearchController(SavedSearches searches, Opportunities opportunities, Areas areas, MessageSource messages) {
        this.searches = searches;
        this.opportunities = opportunities;
        this.areas = areas;
        this.messages = messages;
    }

    @PostMapping("/opportunities/searches")
    String save(Actor actor, @ModelAttribute("filter") OpportunityFilter filter) {
        areas.mustKnow(filter.area());
        searches.save(actor, filter);
        return shown(filter) + "&done=adverts.searchSaved";
    }

    @GetMapping("/opportunities/searches/{number}")
    String form(Actor actor, @PathVariable int number, Model model, Locale locale) {
        OpportunityFilter saved = searches.one(actor, number);
        model.addAttribute("form", saved);
        return page(actor, number, saved, model, locale);
    }

    @PostMapping("/opportunities/searches/{number}")
    String change(
            Actor actor,
            @PathVariable int number,
            @ModelAttribute("form") OpportunityFilter form,
            BindingResult errors,
            Model model,
            Locale locale) {
        areas.mustKnow(form.area());
        if (!form.asks()) errors.reject("adverts.search.empty");
        if (!errors.hasErrors() && !searches.change(actor, number, form)) errors.reject("adverts.search.twice");
        if (errors.hasErrors()) return page(actor, number, searches.one(actor, number), model, locale);
        return shown(form) + "&done=adverts.searchChanged";
    }

    @PostMapping("/opportunities/searches/{number}/removal")
    String remove(Actor actor, @PathVariable int number) {
        searches.remove(actor, number);
        return "redirect:/opportunities?done=adverts.searchRemoved";
    }

    private static String shown(OpportunityFilter filter) {
        return "redirect:/opportunities?area=" + filter.area() + "&band=" + filter.band() + "&twoWorkers="
                + filter.twoWorkers() + "&welsh=" + filter.welsh();
    }

    /** An area that the provider has left since stays to choose until it is changed. */
    private String page(Actor actor, int number, OpportunityFilter saved, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Set<String> own = opportunities.own(actor).patches();
        List<Choice> all = areas.choices(formats);
        model.addAttribute("number", number);
        model.addAttribute("words", new SearchWords(formats, all).words(saved));
        model.addAttribute(
                "areas",
                all.stream()
                        .filter(area ->
                                own.contains(area.value()) || area.value().equals(saved.area()))
                        .toList());
        model.addAttribute("bands", formats.choices(Band.values()));
        model.addAttribute("twoWorkers", OpportunityFilter.twoWorkersChoices(formats));
        model.addAttribute("welsh", OpportunityFilter.welshChoices(formats));
        return "adverts/search";
    }
}
