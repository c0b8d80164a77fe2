package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Embargoes in force and over, and each of them with its steps. */
@Controller
class EmbargoController {
    private static final int PAGE = 25;
    private static final int FILE = 10_000;

    private final Embargoes embargoes;
    private final Clock clock;

    EmbargoController(Embargoes embargoes, Clock clock) {
        this.embargoes = embargoes;
        this.clock = clock;
    }

    @GetMapping("/embargoes")
    String list(Actor actor, @ModelAttribute("filter") EmbargoFilter filter, Model model) {
        List<EmbargoView> rows = embargoes.list(actor, filter, PAGE + 1);
        boolean more = rows.size() > PAGE;
        model.addAttribute("rows", more ? rows.subList(0, PAGE) : rows);
        model.addAttribute("next", more ? rows.get(PAGE - 1).ref() : null);
        model.addAttribute("tabs", EmbargoFilter.TABS);
        model.addAttribute("today", Zone.dayOf(clock.instant()));
        return "embargo/list";
    }

    @GetMapping("/embargoes.csv")
    ResponseEntity<byte[]> file(Actor actor, @ModelAttribute("filter") EmbargoFilter filter) {
        Csv csv = new Csv("embargo", "provider", "name", "level", "cause", "imposed_at", "review_on", "lifted_at");
        for (EmbargoView row : embargoes.list(actor, filter, FILE)) {
            EmbargoView.Deed lifted = row.lifted();
            csv.row(
                    row.ref(),
                    row.provider().ref(),
                    row.provider().name(),
                    row.level(),
                    row.cause(),
                    row.imposed().at(),
                    row.reviewOn(),
                    lifted == null ? null : lifted.at());
        }
        return csv.download("embargoes.csv");
    }

    @GetMapping("/embargoes/{ref}")
    String one(Actor actor, @PathVariable EmbargoRef ref, Model model) {
        EmbargoView embargo = embargoes.view(actor, ref);
        model.addAttribute("embargo", embargo);
        model.addAttribute("entries", embargoes.entries(actor, ref));
        model.addAttribute("changeable", embargo.changeableBy(actor));
        model.addAttribute("own", embargo.askedBy(actor));
        model.addAttribute("due", embargo.due(Zone.dayOf(clock.instant())));
        return "embargo/embargo";
    }
}
