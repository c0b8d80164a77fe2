package cymru.pontio.adverts;

import cymru.pontio.areas.Areas;
import cymru.pontio.carepackages.Band;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.site.Formats;
import cymru.pontio.site.OneOf;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** Open adverts for providers, day and night. */
@Controller
class OpportunityController {
    private static final String FIT = "fit";

    private final Opportunities opportunities;
    private final OneOpportunity one;
    private final PastOpportunity past;
    private final Questions questions;
    private final SavedSearches searches;
    private final Areas areas;
    private final MessageSource messages;

    OpportunityController(
            Opportunities opportunities,
            OneOpportunity one,
            PastOpportunity past,
            Questions questions,
            SavedSearches searches,
            Areas areas,
            MessageSource messages) {
        this.opportunities = opportunities;
        this.one = one;
        this.past = past;
        this.questions = questions;
        this.searches = searches;
        this.areas = areas;
        this.messages = messages;
    }

    @GetMapping("/opportunities")
    String list(
            Actor actor,
            @ModelAttribute("filter") OpportunityFilter filter,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "after", defaultValue = "") String after,
            Model model,
            Locale locale) {
        Formats formats = new Formats(messages, locale);
        ProviderView own = opportunities.own(actor);
        boolean byFit = byFit(filter, sort);
        model.addAttribute("sort", byFit ? FIT : "");
        model.addAttribute("page", opportunities.page(actor, filter, byFit, Cursor.parse(after)));
        model.addAttribute(
                "areas",
                areas.choices(formats).stream()
                        .filter(area -> own.covers(area.value()))
                        .toList());
        model.addAttribute("lots", own.lots().stream().sorted().toList());
        model.addAttribute("bands", formats.choices(Band.values()));
        model.addAttribute("twoWorkers", OpportunityFilter.twoWorkersChoices(formats));
        model.addAttribute("welsh", OpportunityFilter.welshChoices(formats));
        model.addAttribute("searches", new SearchWords(formats, areas.choices(formats)).of(searches.of(actor), filter));
        return "adverts/opportunities";
    }

    @GetMapping("/opportunities.csv")
    ResponseEntity<byte[]> file(
            Actor actor,
            @ModelAttribute("filter") OpportunityFilter filter,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            Locale locale) {
        return OpportunityFile.of(opportunities.all(actor, filter, byFit(filter, sort)), new Formats(messages, locale))
                .download("opportunities.csv");
    }

    @GetMapping("/opportunities/{ref}")
    String show(Actor actor, @PathVariable("ref") AdvertRef ref, Model model) {
        Optional<OneOpportunity.View> view = one.seen(actor, ref);
        if (view.isEmpty()) {
            model.addAttribute("over", past.view(actor, ref));
            return "adverts/opportunity-over";
        }
        if (view.get().asking()) model.addAttribute("form", new AskForm(""));
        return show(view.get(), model);
    }

    @PostMapping("/opportunities/{ref}/questions")
    String ask(
            Actor actor,
            @PathVariable("ref") AdvertRef ref,
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult errors,
            Model model) {
        if (!errors.hasErrors())
            questions.ask(actor, ref, form.question()).forEach(problem -> problem.rejectIn(errors));
        if (errors.hasErrors()) return show(one.view(actor, ref), model);
        return "redirect:/opportunities/{ref}?done=adverts.asked";
    }

    private static String show(OneOpportunity.View view, Model model) {
        model.addAttribute("bundle", view.bundle());
        model.addAttribute("view", view);
        return "adverts/opportunity";
    }

    /** An area or an order that is not there is a wrong address. */
    private boolean byFit(OpportunityFilter filter, String sort) {
        areas.mustKnow(filter.area());
        return !OneOf.of(sort, List.of(FIT)).isEmpty();
    }
}
