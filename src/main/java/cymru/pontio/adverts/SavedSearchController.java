package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Searches kept for next time, by which a person is told of new opportunities. */
@Controller
class SavedSearchController {
    private final SavedSearches searches;

    SavedSearchController(SavedSearches searches) {
        this.searches = searches;
    }

    @PostMapping("/opportunities/searches")
    String save(Actor actor, @ModelAttribute("filter") OpportunityFilter filter) {
        searches.save(actor, filter);
        return "redirect:/opportunities?area=" + filter.area() + "&band=" + filter.band() + "&twoWorkers="
                + filter.twoWorkers() + "&welsh=" + filter.welsh() + "&done=adverts.searchSaved";
    }

    @PostMapping("/opportunities/searches/{number}/removal")
    String remove(Actor actor, @PathVariable int number) {
        searches.remove(actor, number);
        return "redirect:/opportunities?done=adverts.searchRemoved";
    }
}
