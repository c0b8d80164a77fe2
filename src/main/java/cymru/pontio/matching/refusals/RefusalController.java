package cymru.pontio.matching.refusals;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.MarketPage;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What the market said no to, with the rounds behind each figure. */
@Controller
class RefusalController {
    private final Refusals refusals;
    private final Areas areas;
    private final MessageSource messages;

    RefusalController(Refusals refusals, Areas areas, MessageSource messages) {
        this.refusals = refusals;
        this.areas = areas;
        this.messages = messages;
    }

    @GetMapping("/refusals")
    String table(Actor actor, @ModelAttribute("filter") RefusalFilter filter, Model model, Locale locale) {
        areas.mustKnow(filter.area());
        Formats formats = new Formats(messages, locale);
        model.addAttribute("words", new RefusalWords(formats));
        model.addAttribute("lines", refusals.lines(actor, filter));
        model.addAttribute("from", refusals.from(filter));
        model.addAttribute("enough", Refusals.ENOUGH);
        model.addAttribute("areas", areas.choices(formats));
        model.addAttribute("by", choices("by", RefusalFilter.BY, formats));
        model.addAttribute("months", choices("months", RefusalFilter.MONTHS, formats));
        return "refusals/refusals";
    }

    @GetMapping("/refusals.csv")
    ResponseEntity<byte[]> file(Actor actor, @ModelAttribute("filter") RefusalFilter filter, Locale locale) {
        areas.mustKnow(filter.area());
        RefusalWords words = new RefusalWords(new Formats(messages, locale));
        Csv csv = new Csv(
                words.columns("key", "rounds", "without", "share", "bids", "bidsARound", "declines", "reasons"));
        for (Refusals.Line line : refusals.lines(actor, filter))
            csv.row(
                    words.key(filter.by(), line),
                    line.rounds(),
                    line.without(),
                    line.share(),
                    line.bids(),
                    line.bidsARound(),
                    line.declines(),
                    words.reasons(line.reasons()));
        return csv.download("refusals.csv");
    }

    @GetMapping("/refusals/rounds")
    String rounds(
            Actor actor,
            @ModelAttribute("filter") RefusalFilter filter,
            @RequestParam(defaultValue = "") String after,
            Model model,
            Locale locale) {
        areas.mustKnow(filter.area());
        model.addAttribute("words", new RefusalWords(new Formats(messages, locale)));
        model.addAttribute("page", refusals.rounds(actor, filter, after));
        return "refusals/rounds";
    }

    @GetMapping("/refusals/rounds.csv")
    ResponseEntity<byte[]> roundsFile(Actor actor, @ModelAttribute("filter") RefusalFilter filter, Locale locale) {
        areas.mustKnow(filter.area());
        Formats formats = new Formats(messages, locale);
        RefusalWords words = new RefusalWords(formats);
        Csv csv = new Csv(words.columns("round", "closedAt", "area", "band", "workers", "welsh", "bids", "reasons"));
        for (Refusals.Round round : refusals.allRounds(actor, filter))
            csv.row(
                    round.ref(),
                    OffsetDateTime.ofInstant(round.closedAt(), Zone.LONDON),
                    formats.either(round.areaEn(), round.areaCy()),
                    words.bands(round.bands()),
                    round.twoWorkers() ? 2 : 1,
                    formats.message("refusals.welsh." + round.welsh()),
                    round.bids(),
                    words.reasons(round.reasons()));
        return csv.download("refusals-rounds.csv");
    }

    private static List<Choice> choices(String what, List<String> values, Formats formats) {
        return values.stream()
                .map(value -> new Choice(value, formats.message("refusals." + what + "." + value)))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Pages {
        @Bean
        MarketPage refusalsPage() {
            return new MarketPage(420, "refusals", "/refusals", Set.of(Role.BROKER, Role.COMMISSIONER));
        }
    }
}
