package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Placements: the list, one of them, and its service order. */
@Controller
class PlacementController {
    private final PlacementRecords records;
    private final NoticeTerms notices;
    private final Places places;
    private final MessageSource messages;
    private final PlacementRates rates;

    PlacementController(
            PlacementRecords records,
            NoticeTerms notices,
            Places places,
            MessageSource messages,
            PlacementRates rates) {
        this.records = records;
        this.notices = notices;
        this.places = places;
        this.messages = messages;
        this.rates = rates;
    }

    @GetMapping("/placements")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable PlacementStatus status,
            @RequestParam(required = false) @Nullable PlacementRef after,
            Model model,
            Locale locale) {
        model.addAttribute("page", records.list(actor, status, after));
        model.addAttribute("status", status);
        model.addAttribute("statuses", new Formats(messages, locale).choices(PlacementStatus.values()));
        model.addAttribute("today", notices.today());
        model.addAttribute("places", places.names(locale));
        return "placements/placements";
    }

    @GetMapping("/placements.csv")
    ResponseEntity<byte[]> file(
            Actor actor, @RequestParam(required = false) @Nullable PlacementStatus status, Locale locale) {
        Formats formats = new Formats(messages, locale);
        var names = places.names(locale);
        Csv csv = new Csv(PlacementFile.header(formats));
        records.all(actor, status).forEach(row -> csv.row(PlacementFile.cells(row, names, formats)));
        return csv.download("placements.csv");
    }

    @GetMapping("/placements/{ref}")
    String view(Actor actor, @PathVariable PlacementRef ref, Model model, Locale locale) {
        PlacementView view = records.view(actor, ref);
        model.addAttribute("view", view);
        model.addAttribute("may", notices.may(actor, view.row()));
        model.addAttribute("search", notices.search(view));
        model.addAttribute("found", notices.found(view));
        model.addAttribute("later", rates.of(view.row().id()));
        model.addAttribute("council", !actor.ofProvider());
        model.addAttribute("inhouse", actor.is(Role.INHOUSE_COORDINATOR));
        model.addAttribute("today", notices.today());
        model.addAttribute("places", places.names(locale));
        return "placements/placement";
    }

    @GetMapping("/placements/{ref}/order")
    String order(
            Actor actor,
            @PathVariable PlacementRef ref,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Model model,
            Locale locale) {
        model.addAttribute("order", records.order(actor, ref, on));
        model.addAttribute("on", on);
        model.addAttribute("places", places.names(locale));
        return "placements/order";
    }
}
