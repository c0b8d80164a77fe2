package cymru.pontio.carepackages;

import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The worklist as a page and as a file. */
@Controller
class PackageListController {
    private final PackageList packages;
    private final Areas areas;
    private final MessageSource messages;

    PackageListController(PackageList packages, Areas areas, MessageSource messages) {
        this.packages = packages;
        this.areas = areas;
        this.messages = messages;
    }

    @GetMapping("/packages")
    String list(Actor actor, PackageFilter filter, Locale locale, Model model) {
        areas.mustKnow(filter.locality());
        Formats formats = new Formats(messages, locale);
        boolean teamStaff = actor.isAny(SOCIAL_WORKER, TEAM_MANAGER);
        model.addAttribute("page", packages.page(actor, filter));
        model.addAttribute("filter", filter);
        model.addAttribute("teamStaff", teamStaff);
        List<Choice> localities = areas.choices(formats);
        model.addAttribute("areas", localities);
        model.addAttribute("areaNames", localities.stream().collect(Collectors.toMap(Choice::value, Choice::label)));
        model.addAttribute(
                "statuses",
                formats.choices(Arrays.stream(PackageStatus.values())
                        .filter(status -> teamStaff || status.compareTo(PackageStatus.RETURNED) >= 0)
                        .toArray(PackageStatus[]::new)));
        return "carepackages/list";
    }

    /** No names: files travel. */
    @GetMapping("/packages.csv")
    ResponseEntity<byte[]> file(Actor actor, PackageFilter filter) {
        areas.mustKnow(filter.locality());
        Csv csv = new Csv(
                "package_ref",
                "area",
                "status",
                "user_hours_per_week",
                "carer_hours_per_week",
                "waiting_since",
                "changed");
        for (PackageRow row : packages.all(actor, filter))
            csv.row(
                    row.ref(),
                    row.locality(),
                    row.status(),
                    Csv.hours(row.userMinutes()),
                    Csv.hours(row.carerMinutes()),
                    row.waitingSince() == null ? null : Zone.dayOf(row.waitingSince()),
                    Zone.dayOf(row.changedAt()));
        return csv.download("packages.csv");
    }
}
