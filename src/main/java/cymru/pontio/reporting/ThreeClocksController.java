package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hours commissioned, planned and delivered side by side, as a page and as a file. */
@Controller
class ThreeClocksController {
    private final ThreeClocks clocks;
    private final Reports reports;
    private final Periods periods;

    ThreeClocksController(ThreeClocks clocks, Reports reports, Periods periods) {
        this.clocks = clocks;
        this.reports = reports;
        this.periods = periods;
    }

    @GetMapping("/reports/three-clocks")
    String show(
            Actor actor,
            PeriodForm typed,
            @RequestParam(name = "package", required = false) @Nullable String packageRef,
            Model model) {
        String wanted = clean(packageRef);
        model.addAttribute("packageRef", wanted == null ? "" : wanted);
        model.addAttribute("mayOpen", actor.isAny(Role.BROKER, Role.COMMISSIONER));
        if (!periods.show(typed, model)) return "reporting/three-clocks";
        PeriodForm form = periods.orLastTwoYears(typed);
        model.addAttribute("lines", clocks.lines(actor, form, wanted));
        if (wanted == null) model.addAttribute("notDue", reports.notDue(actor, form));
        return "reporting/three-clocks";
    }

    @GetMapping("/reports/three-clocks.csv")
    ResponseEntity<byte[]> file(
            Actor actor,
            PeriodForm typed,
            @RequestParam(name = "package", required = false) @Nullable String packageRef) {
        PeriodForm form = periods.checked(typed);
        Csv csv = new Csv(
                "period",
                "starts_on",
                "split",
                "name",
                "package_ref",
                "commissioned_user_hours",
                "commissioned_carer_hours",
                "planned_user_hours",
                "planned_carer_hours",
                "delivered_user_hours",
                "delivered_carer_hours");
        String wanted = clean(packageRef);
        for (ThreeClocks.Line line : clocks.lines(actor, form, wanted))
            csv.row(
                    form.by(),
                    line.startsOn(),
                    form.split(),
                    line.nameEn(),
                    wanted,
                    hoursIfTold(line.commissionedUser()),
                    hoursIfTold(line.commissionedCarer()),
                    hoursIfTold(line.plannedUser()),
                    hoursIfTold(line.plannedCarer()),
                    Csv.hours(line.deliveredUser()),
                    Csv.hours(line.deliveredCarer()));
        return csv.download("three-clocks.csv");
    }

    private static @Nullable BigDecimal hoursIfTold(@Nullable Long minutes) {
        return minutes == null ? null : Csv.hours(minutes);
    }

    private static @Nullable String clean(@Nullable String packageRef) {
        String clean = packageRef == null ? "" : packageRef.strip().toUpperCase(Locale.ROOT);
        return clean.isEmpty() ? null : clean;
    }
}
