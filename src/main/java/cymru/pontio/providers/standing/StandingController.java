package cymru.pontio.providers.standing;

import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.MarketPage;
import cymru.pontio.site.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A provider looks at itself as the council does, and finds the pages where it keeps its side up to date. */
@Controller
class StandingController {
    private final Standing standing;
    private final List<MarketPage> pages;
    private final MessageSource messages;

    StandingController(Standing standing, ObjectProvider<MarketPage> pages, MessageSource messages) {
        this.standing = standing;
        this.pages = pages.stream()
                .sorted(Comparator.comparingInt(MarketPage::order))
                .toList();
        this.messages = messages;
    }

    @GetMapping("/standing")
    String own(Actor actor, Model model, Locale locale) {
        model.addAttribute("record", standing.own(actor, new Formats(messages, locale)));
        model.addAttribute("reader", actor);
        model.addAttribute(
                "pages", pages.stream().filter(page -> page.isFor(actor)).toList());
        return "standing/own";
    }
}
