package cymru.pontio.carepackages.absences;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody who is away. */
@Controller
class AwayListController {
    private final AbsencePages pages;
    private final MessageSource messages;

    AwayListController(AbsencePages pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping("/absences")
    String list(Actor actor, @RequestParam(required = false) @Nullable UUID after, Model model) {
        model.addAttribute("page", pages.away(actor, after));
        model.addAttribute("today", Zone.dayOf(pages.now()));
        return "absences/list";
    }

    @GetMapping("/absences.csv")
    ResponseEntity<byte[]> file(Actor actor, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv(
                formats.message("absences.file.package"),
                formats.message("absences.file.kind"),
                formats.message("absences.file.from"),
                formats.message("absences.file.back"),
                formats.message("absences.file.confirmed"));
        for (AbsencePages.Row row : pages.all(actor))
            csv.row(
                    row.packageRef(),
                    formats.label(row.kind()),
                    wall(row.away()),
                    row.back() == null ? null : wall(row.back()),
                    row.confirmed());
        return csv.download("absences.csv");
    }

    private static String wall(Instant moment) {
        return Zone.wallTime(moment).withNano(0).withSecond(0).toString();
    }
}
