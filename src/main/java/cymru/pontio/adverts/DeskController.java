package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The broker's desk. */
@Controller
class DeskController {
    private final BrokerDesk desk;

    DeskController(BrokerDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/desk")
    String desk(
            Actor actor,
            @RequestParam(name = "tab", defaultValue = "") String tab,
            @RequestParam(name = "after", defaultValue = "") String after,
            Model model) {
        model.addAttribute("counts", desk.counts(actor, DeskTab.values()));
        model.addAttribute("most", BrokerDesk.MOST_COUNTED);
        model.addAttribute("page", desk.page(actor, DeskTab.of(tab), Cursor.parse(after)));
        return "adverts/desk";
    }
}
