package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A provider's offers, those to answer first, as a page and as a file. */
@Controller
class OfferListController {
    /** A provider never sees an award before it is offered. */
    private static final AwardStatus[] SEEN = {
        AwardStatus.OFFERED, AwardStatus.ACCEPTED, AwardStatus.DECLINED, AwardStatus.EXPIRED, AwardStatus.REVOKED
    };

    private final Offers offers;
    private final Places places;
    private final MessageSource messages;

    OfferListController(Offers offers, Places places, MessageSource messages) {
        this.offers = offers;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping("/offers")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable AwardStatus status,
            @RequestParam(required = false) @Nullable AwardRef after,
            Model model,
            Locale locale) {
        model.addAttribute("page", offers.list(actor, status, after));
        model.addAttribute("status", status);
        model.addAttribute("statuses", new Formats(messages, locale).choices(SEEN));
        model.addAttribute("places", places.names(locale));
        return "placements/offers";
    }

    @GetMapping("/offers.csv")
    ResponseEntity<byte[]> file(
            Actor actor, @RequestParam(required = false) @Nullable AwardStatus status, Locale locale) {
        Map<String, String> names = places.names(locale);
        Csv csv = new Csv(
                "award",
                "area",
                "status",
                "offered",
                "answer_by",
                "rate_an_hour",
                "start",
                "user_hours_a_week",
                "carer_hours_a_week",
                "placement");
        List<OfferView.Row> rows = offers.all(actor, status);
        for (OfferView.Row row : rows)
            csv.row(
                    row.ref(),
                    names.get(row.locality()),
                    row.status(),
                    row.offeredAt().atZone(Zone.LONDON).toOffsetDateTime(),
                    row.respondBy().atZone(Zone.LONDON).toOffsetDateTime(),
                    row.rate().pounds(),
                    row.start(),
                    Csv.hours(row.hours().user().minutes()),
                    Csv.hours(row.hours().carer().minutes()),
                    row.placementRef());
        return csv.download("offers.csv");
    }
}
