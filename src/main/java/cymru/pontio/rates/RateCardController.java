package cymru.pontio.rates;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The rate card, its bounds and its calendar, to read. */
@Controller
class RateCardController {
    private static final String[] COLUMNS = {
        "service",
        "zone",
        "minutes_from",
        "minutes_to",
        "days",
        "workers",
        "rate_a_worker_hour",
        "from",
        "last_day",
        "layer",
        "change",
        "source"
    };

    private final RateCard card;
    private final Areas areas;

    RateCardController(RateCard card, Areas areas) {
        this.card = card;
        this.areas = areas;
    }

    @GetMapping("/rates")
    String card(Actor actor, Model model) {
        model.addAttribute("card", card.card(actor));
        model.addAttribute("localities", areas.all());
        model.addAttribute("mayPropose", actor.is(Role.COMMISSIONER));
        return "rates/card";
    }

    @GetMapping("/rates.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        Csv csv = new Csv(COLUMNS);
        for (CardEntry one : card.card(actor).all()) {
            csv.row(
                    one.service(),
                    one.zone() == null ? "ALL" : one.zone(),
                    one.minutesFrom(),
                    one.minutesTo(),
                    one.days(),
                    one.workers() == null ? "ANY" : one.workers(),
                    one.rate().pounds(),
                    one.valid().from(),
                    one.lastDay(),
                    one.layer(),
                    one.change(),
                    one.source());
        }
        return csv.download("rates.csv");
    }

    @GetMapping("/rates/bounds")
    String bounds(Actor actor, Model model) {
        model.addAttribute("bounds", card.bounds(actor));
        model.addAttribute("localities", areas.all());
        model.addAttribute("mayPropose", actor.is(Role.COMMISSIONER));
        return "rates/bounds";
    }

    @GetMapping("/rates/bank-holidays")
    String bankHolidays(Actor actor, Model model) {
        model.addAttribute("holidays", card.bankHolidays(actor));
        return "rates/bank-holidays";
    }
}
