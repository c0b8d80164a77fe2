package cymru.pontio.providers.standing;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.register.RatedService;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The council's list of providers, and how each of them stands. */
@Controller
class ProviderController {
    private final ProviderList list;
    private final Standing standing;
    private final Areas areas;
    private final MessageSource messages;

    ProviderController(ProviderList list, Standing standing, Areas areas, MessageSource messages) {
        this.list = list;
        this.standing = standing;
        this.areas = areas;
        this.messages = messages;
    }

    @GetMapping("/providers")
    String list(Actor actor, @ModelAttribute("filter") ProviderFilter filter, Model model, Locale locale) {
        areas.mustKnow(filter.patch());
        List<ProviderList.Row> rows = list.rows(actor, filter, ProviderList.PAGE + 1);
        List<Choice> localities = areas.choices(new Formats(messages, locale));
        boolean more = rows.size() > ProviderList.PAGE;
        model.addAttribute("rows", more ? rows.subList(0, ProviderList.PAGE) : rows);
        model.addAttribute("next", more ? rows.get(ProviderList.PAGE - 1).ref() : null);
        model.addAttribute("localities", localities);
        model.addAttribute("names", localities.stream().collect(Collectors.toMap(Choice::value, Choice::label)));
        model.addAttribute("kinds", ProviderKind.values());
        model.addAttribute("accreditations", ProviderFilter.Accreditation.values());
        model.addAttribute("stops", ProviderFilter.Stop.values());
        model.addAttribute("today", list.today());
        return "standing/list";
    }

    @GetMapping("/providers.csv")
    ResponseEntity<byte[]> file(Actor actor, @ModelAttribute("filter") ProviderFilter filter) {
        areas.mustKnow(filter.patch());
        Csv csv = new Csv("provider", "name", "kind", "patches", "accredited_until", "embargo", "ratings");
        for (ProviderList.Row row : list.rows(actor, filter, ProviderList.FILE)) {
            csv.row(
                    row.ref(),
                    row.name(),
                    row.kind(),
                    String.join(" ", row.patches()),
                    row.accreditedUntil(),
                    row.embargo(),
                    row.services().stream().map(RatedService::codes).collect(Collectors.joining(" | ")));
        }
        return csv.download("providers.csv");
    }

    @GetMapping("/providers/{ref}")
    String one(Actor actor, @PathVariable String ref, Model model, Locale locale) {
        Standing.Record record = standing.of(actor, ref, new Formats(messages, locale));
        model.addAttribute("record", record);
        model.addAttribute("reader", actor);
        model.addAttribute("mayMove", actor.is(Role.COMMISSIONER));
        model.addAttribute(
                "mayStop", actor.is(Role.COMMISSIONER) && record.provider().embargo() == Embargo.NONE);
        return "standing/provider";
    }
}
