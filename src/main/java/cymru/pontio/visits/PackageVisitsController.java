package cymru.pontio.visits;

import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.PackageTabs;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The visits under one package, for the council. */
@Controller
class PackageVisitsController {
    private static final int DAYS_SHOWN = 28;

    private final PackageVisits visits;
    private final PackageTabs tabs;
    private final Clock clock;

    PackageVisitsController(PackageVisits visits, PackageTabs tabs, Clock clock) {
        this.visits = visits;
        this.tabs = tabs;
        this.clock = clock;
    }

    @GetMapping("/packages/{ref}/visits")
    String list(Actor actor, @PathVariable PackageRef ref, VisitFilter.Typed typed, Model model) {
        VisitFilter filter = filter(typed);
        model.addAttribute("page", visits.list(actor, ref, filter));
        model.addAttribute("filter", filter);
        model.addAttribute("ref", ref);
        model.addAttribute("statuses", VisitStatus.values());
        model.addAttribute("tabs", tabs.of(actor, ref.value(), VisitsTab.KEY));
        return "visits/of-package";
    }

    @GetMapping("/packages/{ref}/visits.csv")
    ResponseEntity<byte[]> csv(Actor actor, @PathVariable PackageRef ref, VisitFilter.Typed typed) {
        return VisitCsv.of(visits.all(actor, ref, filter(typed))).download("pontio-" + ref + "-visits.csv");
    }

    private VisitFilter filter(VisitFilter.Typed typed) {
        LocalDate today = Zone.dayOf(clock.instant());
        return typed.of(null).filter(today.minusDays(DAYS_SHOWN), today);
    }
}
