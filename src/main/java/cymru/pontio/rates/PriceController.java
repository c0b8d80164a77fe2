package cymru.pontio.rates;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Providers;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import cymru.pontio.site.WrongFilter;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The price of a call, line by line. */
@Controller
class PriceController {
    private final Prices prices;
    private final RateChanges changes;
    private final Areas areas;
    private final Providers providers;
    private final MessageSource messages;

    PriceController(Prices prices, RateChanges changes, Areas areas, Providers providers, MessageSource messages) {
        this.prices = prices;
        this.changes = changes;
        this.areas = areas;
        this.providers = providers;
        this.messages = messages;
    }

    @GetMapping(path = "/rates/price", params = "!minutes")
    String ask(Model model) {
        model.addAttribute("filter", PriceForm.blank(changes.today()));
        return page(model);
    }

    @GetMapping(path = "/rates/price", params = "minutes")
    String price(Actor actor, @Valid @ModelAttribute("filter") PriceForm form, BindingResult errors, Model model) {
        form.check(prices.known(), errors);
        if (!errors.hasErrors()) model.addAttribute("explained", prices.explain(actor, form));
        return page(model);
    }

    @GetMapping("/rates/price.csv")
    ResponseEntity<byte[]> file(Actor actor, @Valid @ModelAttribute("filter") PriceForm form, BindingResult errors) {
        form.check(prices.known(), errors);
        WrongFilter.mustBeNone(errors);
        Csv csv = new Csv(
                "first_day",
                "last_day",
                "day_class",
                "card_rate",
                "pledge_level",
                "pledge_supplement",
                "rate",
                "visits",
                "minutes",
                "workers",
                "user_minutes",
                "carer_minutes",
                "pounds");
        for (Price.Line line : prices.explain(actor, form).price().lines()) {
            csv.row(
                    line.first(),
                    line.last(),
                    line.dayClass(),
                    line.entry().rate().pounds(),
                    line.level(),
                    line.supplement(),
                    line.rate().pounds(),
                    line.visits(),
                    line.minutes(),
                    line.workers(),
                    line.userMinutes(),
                    line.carerMinutes(),
                    line.amount().pounds());
        }
        return csv.download("price.csv");
    }

    private String page(Model model) {
        Formats formats = new Formats(messages, LocaleContextHolder.getLocale());
        model.addAttribute("services", formats.choices(CareService.values()));
        model.addAttribute("localities", areas.choices(formats));
        model.addAttribute(
                "weekdays",
                IntStream.rangeClosed(1, 7)
                        .mapToObj(day -> new Choice("" + day, formats.message("rates.weekday." + day)))
                        .toList());
        model.addAttribute("workers", choices(formats, "rates.workers.", "1", "2"));
        model.addAttribute("spans", choices(formats, "rates.price.span.", "DAY", "WEEK", "YEAR"));
        model.addAttribute(
                "providers",
                providers.all().stream()
                        .map(one -> new Choice(one.ref(), one.name()))
                        .toList());
        return "rates/price";
    }

    private static List<Choice> choices(Formats formats, String prefix, String... codes) {
        return java.util.Arrays.stream(codes)
                .map(code -> new Choice(code, formats.message(prefix + code)))
                .toList();
    }
}
