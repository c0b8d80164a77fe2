package cymru.pontio.rates;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The rate card, its bounds and its calendar, to read. */
@Controller
class RateCardController {
    private final RateBook book;
    private final RateChanges changes;
    private final Areas areas;

    RateCardController(RateBook book, RateChanges changes, Areas areas) {
        this.book = book;
        this.changes = changes;
        this.areas = areas;
    }

    @GetMapping("/rates")
    String card(Actor actor, Model model) {
        LocalDate today = changes.today();
        var card = book.wholeCard();
        model.addAttribute("today", today);
        model.addAttribute(
                "now", card.stream().filter(one -> one.valid().contains(today)).toList());
        model.addAttribute(
                "coming",
                card.stream().filter(one -> one.valid().from().isAfter(today)).toList());
        model.addAttribute(
                "past", card.stream().filter(one -> ended(one, today)).toList());
        model.addAttribute("zones", new Zones(book.zones(today)));
        model.addAttribute("localities", areas.all());
        model.addAttribute("mayPropose", actor.is(Role.COMMISSIONER));
        return "rates/card";
    }

    @GetMapping("/rates.csv")
    ResponseEntity<byte[]> file() {
        Csv csv = new Csv(
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
                "source");
        for (CardEntry one : book.wholeCard()) {
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
        LocalDate today = changes.today();
        model.addAttribute("today", today);
        model.addAttribute("envelopes", book.envelopes());
        model.addAttribute("exceptions", book.exceptions(today));
        model.addAttribute("supplements", book.supplements());
        model.addAttribute("minima", book.minima());
        model.addAttribute("localities", areas.all());
        model.addAttribute("mayPropose", actor.is(Role.COMMISSIONER));
        return "rates/bounds";
    }

    @GetMapping("/rates/bank-holidays")
    String bankHolidays(Model model) {
        model.addAttribute("holidays", book.bankHolidays());
        return "rates/bank-holidays";
    }

    private static boolean ended(CardEntry one, LocalDate today) {
        LocalDate last = one.lastDay();
        return last != null && last.isBefore(today);
    }
}
