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
        "basis",
        "rate",
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
        RateCard.Card now = card.card(actor);
        model.addAttribute("card", now);
        model.addAttribute("factors", now.factors());
        model.addAttribute("localities", areas.all());
        model.addAttribute("mayPropose", actor.is(Role.COMMISSIONER));
        return "rates/card";
    }

    @GetMapping("/rates.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        Csv csv = new Csv(COLUMNS);
        RateCard.Card whole = card.card(actor);
        for (CardEntry one : whole.all()) {
            csv.row(
                    one.service(),
                    one.zone() == null ? "ALL" : one.zone(),
                    one.minutesFrom(),
                    one.minutesTo(),
                    one.days(),
                    one.workers() == null ? "ANY" : one.workers(),
                    "WORKER_HOUR",
                    one.rate().pounds(),
                    one.valid().from(),
                    one.lastDay(),
                    one.layer(),
                    one.change(),
                    one.source());
        }
        for (RateBook.FlatRate one : whole.flat()) {
            csv.row(
                    one.service(),
                    "ALL",
                    null,
                    null,
                    CardDays.EVERY_DAY,
                    1,
                    one.service() == FlatService.SLEEP_IN ? "NIGHT" : "WEEK",
                    one.rate().pounds(),
                    one.valid().from(),
                    one.lastDay(),
                    0,
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
