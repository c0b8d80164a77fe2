package cymru.pontio.matching.demand;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.CountyMap;
import cymru.pontio.areas.CountyMaps;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.MarketPage;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Demand minus supply by area and part of the day, with the packages and declarations behind each figure. */
@Controller
class DemandController {
    private final Demand demand;
    private final Areas areas;
    private final CountyMaps maps;
    private final MessageSource messages;

    DemandController(Demand demand, Areas areas, CountyMaps maps, MessageSource messages) {
        this.demand = demand;
        this.areas = areas;
        this.maps = maps;
        this.messages = messages;
    }

    @GetMapping("/demand")
    String table(Actor actor, Model model, Locale locale) {
        List<Demand.Line> one = demand.lines(actor, 1);
        List<Demand.Line> two = demand.lines(actor, 2);
        model.addAttribute("one", one);
        model.addAttribute("two", two);
        model.addAttribute("map", map(one, two, new Formats(messages, locale)));
        model.addAttribute("parts", Demand.PARTS);
        model.addAttribute("today", demand.today());
        return "demand/demand";
    }

    @GetMapping("/demand.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        Csv csv = new Csv(
                "area",
                "part_of_day",
                "workers",
                "needed_user_hours_a_week",
                "declared_user_hours_a_week",
                "declared_out_of_date_user_hours_a_week",
                "balance_user_hours_a_week");
        for (Demand.Cell cell : demand.cells(actor))
            csv.row(
                    cell.nameEn(),
                    cell.part(),
                    cell.workers(),
                    Csv.hours(cell.needed()),
                    Csv.hours(cell.fresh()),
                    Csv.hours(cell.stale()),
                    Csv.hours(cell.balance()));
        return csv.download("demand-and-spare-hours.csv");
    }

    @GetMapping("/demand/rows")
    String rows(
            Actor actor, @RequestParam String area, @RequestParam String part, @RequestParam int workers, Model model) {
        Demand.Spot spot = new Demand.Spot(area, part, workers);
        model.addAttribute("needed", demand.needed(actor, spot));
        model.addAttribute("declared", demand.declared(actor, spot));
        model.addAttribute("spot", spot);
        model.addAttribute("area", areas.locality(area));
        return "demand/rows";
    }

    @GetMapping("/demand/rows.csv")
    ResponseEntity<byte[]> rowsFile(
            Actor actor, @RequestParam String area, @RequestParam String part, @RequestParam int workers) {
        Demand.Spot spot = new Demand.Spot(area, part, workers);
        Csv csv = new Csv("what", "package_or_provider", "since", "valid_until", "up_to_date", "user_hours_a_week");
        for (Demand.Needed row : demand.needed(actor, spot))
            csv.row("NEEDED", row.packageRef(), row.waitingSince(), null, null, Csv.hours(row.minutes()));
        for (Demand.Declared row : demand.declared(actor, spot))
            csv.row(
                    "DECLARED",
                    row.providerName(),
                    row.declaredOn(),
                    row.validUntil(),
                    row.fresh(),
                    Csv.hours(row.remaining()));
        return csv.download("demand-and-spare-hours-rows.csv");
    }

    private CountyMap map(List<Demand.Line> one, List<Demand.Line> two, Formats formats) {
        Map<String, Long> lacking = Stream.concat(one.stream(), two.stream())
                .collect(Collectors.groupingBy(Demand.Line::code, Collectors.summingLong(Demand.Line::lacking)));
        var words = new CountyMaps.Words(
                "demand",
                formats.message("demand.map"),
                formats.message("demand.map.basis", formats.date(demand.today())),
                formats.message("demand.map.figure"));
        return maps.shaded(formats, words, lacking, minutes -> formats.hours(Math.round(minutes)), null);
    }

    @Configuration(proxyBeanMethods = false)
    static class Pages {
        @Bean
        MarketPage demandPage() {
            return new MarketPage(410, "demand", "/demand", Set.of(Role.BROKER, Role.COMMISSIONER));
        }
    }
}
