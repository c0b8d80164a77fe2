package cymru.pontio.providers;

import cymru.pontio.kernel.Actor;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a commissioner begins: everything the council keeps about its market. */
@Controller
class MarketController {
    private final List<MarketPage> pages;

    MarketController(ObjectProvider<MarketPage> pages) {
        this.pages = pages.stream()
                .sorted(Comparator.comparingInt(MarketPage::order))
                .toList();
    }

    @GetMapping("/market")
    String market(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute(
                "pages", pages.stream().filter(page -> page.isFor(actor)).toList());
        return "providers/market";
    }
}
