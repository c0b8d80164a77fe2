package cymru.pontio.providers.findcare;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.CareOffer;
import cymru.pontio.providers.CareService;
import cymru.pontio.providers.MarketPage;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The public looks for somebody who helps at home. */
@Controller
class FindCareController {
    private final FindCare care;
    private final Areas areas;
    private final MessageSource messages;

    FindCareController(FindCare care, Areas areas, MessageSource messages) {
        this.care = care;
        this.areas = areas;
        this.messages = messages;
    }

    @GetMapping("/find-care")
    String search(@ModelAttribute("filter") FindCareForm filter, Model model, Locale locale) {
        List<Choice> patches = areas.choices(new Formats(messages, locale));
        boolean known = filter.patch().isEmpty()
                || patches.stream().anyMatch(one -> one.value().equals(filter.patch()));
        FindCareForm asked = known ? filter : new FindCareForm("", filter.service(), filter.welsh());
        model.addAttribute("asked", asked);
        model.addAttribute("found", care.search(asked));
        model.addAttribute("patches", patches);
        model.addAttribute("services", CareService.values());
        return "findcare/search";
    }

    @GetMapping("/find-care/{ref}")
    String one(@PathVariable String ref, Model model, Locale locale) {
        if (!ref.matches("[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]")) throw new NotFound();
        CareOffer offer = care.one(ref);
        model.addAttribute("offer", offer);
        model.addAttribute(
                "patches",
                areas.choices(new Formats(messages, locale)).stream()
                        .filter(one -> offer.patches().containsKey(one.value()))
                        .toList());
        return "findcare/contact";
    }

    @Configuration(proxyBeanMethods = false)
    static class Pages {
        @Bean
        MarketPage findCarePage() {
            return new MarketPage(
                    900,
                    "findcare",
                    "/find-care",
                    Set.of(Role.COMMISSIONER, Role.BROKER, Role.FINANCE, Role.DP_ADVISER, Role.SOCIAL_WORKER));
        }
    }
}
