package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The broker's desk. */
@Controller
class DeskController {
    private final BrokerDesk desk;

    DeskController(BrokerDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/desk")
    String desk(
            Actor actor,
            @RequestParam(name = "tab", defaultValue = "") String tab,
            @RequestParam(name = "after", defaultValue = "") String after,
            Model model) {
        model.addAttribute("counts", desk.counts(actor, DeskTab.values()));
        model.addAttribute("most", BrokerDesk.MOST_COUNTED);
        model.addAttribute("page", desk.page(actor, DeskTab.of(tab), Cursor.parse(after)));
        return "adverts/desk";
    }

    @GetMapping("/desk.csv")
    ResponseEntity<byte[]> file(Actor actor, @RequestParam(name = "tab", defaultValue = "") String tab) {
        Csv csv = new Csv(
                "package_ref",
                "advert_ref",
                "area",
                "user_hours_a_week",
                "carer_hours_a_week",
                "days_waiting",
                "cover",
                "deadline",
                "bids");
        for (BrokerDesk.Row row : desk.all(actor, DeskTab.of(tab)))
            csv.row(
                    row.packageRef(),
                    row.advertRef(),
                    row.areaEn(),
                    Csv.hours(row.userMinutes()),
                    Csv.hours(row.carerMinutes()),
                    row.waitingDays(),
                    row.cover(),
                    row.deadline() == null
                            ? null
                            : row.deadline().atZone(Zone.LONDON).toOffsetDateTime(),
                    row.bids());
        return csv.download("desk.csv");
    }
}
