package cymru.pontio.visits.rota;

import cymru.pontio.kernel.Actor;
import cymru.pontio.placements.PlacementRef;
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

/** A provider's rotas: how far ahead they go, one of them, and what is printed of it. */
@Controller
class RotaController {
    private final RotaList list;
    private final Rotas rotas;
    private final MessageSource messages;

    RotaController(RotaList list, Rotas rotas, MessageSource messages) {
        this.list = list;
        this.rotas = rotas;
        this.messages = messages;
    }

    @GetMapping("/rotas")
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("page", list.page(actor, after));
        model.addAttribute("today", rotas.today());
        return "rota/rotas";
    }

    @GetMapping("/rotas.csv")
    ResponseEntity<byte[]> file(Actor actor, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv(
                formats.message("rota.placement"),
                formats.message("rota.package"),
                formats.message("rota.until"),
                formats.message("rota.untold"));
        list.all(actor).forEach(row -> csv.row(row.ref(), row.packageRef(), row.until(), row.untold()));
        return csv.download("rotas.csv");
    }

    @GetMapping("/rotas/{ref}")
    String view(Actor actor, @PathVariable PlacementRef ref, Model model, Locale locale) {
        model.addAttribute("view", rotas.view(actor, ref));
        model.addAttribute("ways", new Formats(messages, locale).choices(Told.values()));
        return "rota/rota";
    }

    /** For the person: in the language of the page, which is theirs to choose. */
    @GetMapping("/rotas/{ref}/sheet")
    String sheet(
            Actor actor,
            @PathVariable PlacementRef ref,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            Model model) {
        model.addAttribute("sheet", rotas.sheet(actor, ref, from, 4));
        return "rota/sheet";
    }

    /** For the hall table: what was planned, and room for what happened. */
    @GetMapping("/rotas/{ref}/log")
    String log(
            Actor actor,
            @PathVariable PlacementRef ref,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            Model model) {
        model.addAttribute("sheet", rotas.sheet(actor, ref, from, 1));
        return "rota/log";
    }
}
