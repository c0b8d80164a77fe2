package cymru.pontio.rates;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages about changes offer to choose from. */
@Component
class ChangeChoices {
    private final Areas areas;
    private final MessageSource messages;

    ChangeChoices(Areas areas, MessageSource messages) {
        this.areas = areas;
        this.messages = messages;
    }

    String form(ChangeKind kind, Model model) {
        Formats formats = formats();
        Choice everywhere = new Choice("ALL", formats.message("rates.everywhere"));
        model.addAttribute("kind", kind);
        model.addAttribute("services", formats.choices(CareService.values()));
        model.addAttribute("flats", formats.choices(FlatService.values()));
        List<Choice> zones = formats.choices(PriceZone.values());
        model.addAttribute("zones", kind == ChangeKind.ZONE ? zones : with(everywhere, zones));
        model.addAttribute("days", formats.choices(CardDays.values()));
        model.addAttribute(
                "workers",
                List.of(
                        new Choice("ANY", formats.message("rates.workers.any")),
                        new Choice("1", formats.message("rates.workers.1")),
                        new Choice("2", formats.message("rates.workers.2"))));
        model.addAttribute("levels", codes("rates.level.", "BRONZE", "SILVER", "GOLD"));
        model.addAttribute("nations", codes("rates.nation.", "WALES", "ENGLAND"));
        List<Choice> places = areas.choices(formats);
        model.addAttribute("localities", kind == ChangeKind.ZONE ? places : with(everywhere, places));
        return "rates/change-form";
    }

    String view(RateChanges.Prospect prospect, Model model) {
        Map<String, Locality> places =
                areas.all().stream().collect(Collectors.toMap(Locality::code, Function.identity()));
        String locality = prospect.change().terms().locality();
        model.addAttribute("prospect", prospect);
        model.addAttribute("locality", locality == null ? null : places.get(locality));
        return "rates/change";
    }

    private List<Choice> codes(String prefix, String... codes) {
        List<Choice> choices = new ArrayList<>();
        for (String code : codes) choices.add(new Choice(code, formats().message(prefix + code)));
        return choices;
    }

    private static List<Choice> with(Choice first, List<Choice> others) {
        List<Choice> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private Formats formats() {
        return new Formats(messages, LocaleContextHolder.getLocale());
    }
}
