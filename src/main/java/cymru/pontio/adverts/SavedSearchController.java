package cymru.pontio.adverts;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Searches kept for next time, by which a person is told of new opportunities. */
@Controller
class SavedSearchController {
    private final SavedSearches searches;
    private final Areas areas;

    SavedSearchController(SavedSearches searches, Areas areas) {
        this.searches = searches;
        this.areas = areas;
    }

    @PostMapping("/opportunities/searches")
    String save(Actor actor, @ModelAttribute("filter") OpportunityFilter filter) {
        areas.mustKnow(filter.area());
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
