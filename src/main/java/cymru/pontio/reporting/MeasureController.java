package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All measures with their definitions, and the cases behind each. */
@Controller
class MeasureController {
    private static final int PAGE = 50;

    private final Measures measures;
    private final Periods periods;

    MeasureController(Measures measures, Periods periods) {
        this.measures = measures;
        this.periods = periods;
    }

    @GetMapping("/measures")
    String all(Actor actor, PeriodForm typed, Model model) {
        PeriodForm form = periods.orLastMonth(typed);
        model.addAttribute("ofProvider", actor.ofProvider());
        if (!periods.show(form, model)) return "reporting/measures";
        model.addAttribute("lines", measures.lines(actor, form));
        model.addAttribute("untold", measures.untold(actor, form));
        model.addAttribute("settled", form.known(measures.settled().toString()).query());
        return "reporting/measures";
    }

    @GetMapping("/measures.csv")
    ResponseEntity<byte[]> allAsFile(Actor actor, PeriodForm typed) {
        PeriodForm form = periods.checked(periods.orLastMonth(typed));
        Csv csv = new Csv(
                "measure",
                "from",
                "to",
                "unit",
                "cases",
                "met",
                "percent",
                "user_hours",
                "carer_hours",
                "people",
                "median",
                "percentile_90",
                "mean",
                "highest",
                "known_since");
        for (Measures.Line line : measures.lines(actor, form)) row(csv, form, line);
        return csv.download("measures.csv");
    }

    @GetMapping("/measures/{measure}")
    String one(
            Actor actor,
            @PathVariable String measure,
            PeriodForm typed,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Measure of = Measure.of(measure);
        PeriodForm form = periods.checked(periods.orLastMonth(typed));
        List<Measures.Case> cases = measures.cases(actor, of, form, after, PAGE + 1);
        model.addAttribute("measure", of);
        model.addAttribute("line", measures.line(actor, of, form));
        List<Measures.Case> shown = page(cases);
        model.addAttribute("cases", shown);
        model.addAttribute("why", measures.why(actor, of, form));
        model.addAttribute("filter", form);
        model.addAttribute("open", periods.open(form));
        model.addAttribute("ofProvider", actor.ofProvider());
        model.addAttribute("mayOpen", actor.isAny(Role.BROKER, Role.COMMISSIONER));
        model.addAttribute("next", cases.size() > PAGE ? shown.getLast().packageRef() : "");
        return "reporting/measure";
    }

    /** A page ends with the last case of a package: the next one begins after that reference. */
    static List<Measures.Case> page(List<Measures.Case> cases) {
        if (cases.size() <= PAGE) return cases;
        String beyond = cases.get(PAGE).packageRef();
        return cases.stream().takeWhile(one -> !one.packageRef().equals(beyond)).toList();
    }

    @GetMapping("/measures/{measure}.csv")
    ResponseEntity<byte[]> oneAsFile(Actor actor, @PathVariable String measure, PeriodForm typed) {
        PeriodForm form = periods.checked(periods.orLastMonth(typed));
        Measure.Shape shape = Measure.of(measure).shape();
        Csv csv = new Csv(
                "package_ref",
                "area",
                "provider",
                "unit",
                "cases",
                "met",
                "user_hours",
                "carer_hours",
                switch (shape) {
                    case WORKERS -> "workers";
                    case WORKING_HOURS -> "working_hours";
                    default -> "days";
                },
                "reason");
        for (Measures.Case one : measures.cases(actor, Measure.of(measure), form, "", 100_000))
            csv.row(
                    one.packageRef(),
                    one.nameEn(),
                    one.provider(),
                    unit(shape),
                    counted(shape, one.cases()),
                    counted(shape, one.met()),
                    Csv.hours(one.userMinutes()),
                    Csv.hours(one.carerMinutes()),
                    one.days(),
                    one.reason());
        return csv.download(measure + ".csv");
    }

    private static void row(Csv csv, PeriodForm form, Measures.Line line) {
        Figure figure = line.own();
        Measure.Shape shape = figure.measure().shape();
        boolean share = shape == Measure.Shape.SHARE || shape.minutes();
        boolean hours = shape == Measure.Shape.HOURS;
        boolean carers = hours || shape == Measure.Shape.CARERS;
        boolean people = shape == Measure.Shape.PEOPLE;
        csv.row(
                figure.measure().path(),
                form.months().first(),
                form.months().last(),
                unit(shape),
                counted(shape, figure.cases()),
                only(share, counted(shape, figure.met())),
                only(share, figure.percent()),
                only(hours, Csv.hours(figure.userMinutes())),
                only(carers, Csv.hours(figure.carerMinutes())),
                only(people, figure.people()),
                figure.median(),
                figure.ninetieth(),
                figure.mean(),
                figure.longest(),
                line.since());
    }

    /** Of the columns that are filled. */
    private static String unit(Measure.Shape shape) {
        return switch (shape) {
            case HOURS -> "hours";
            case USER_HOURS -> "user hours";
            case CARERS, CARER_HOURS -> "carer hours";
            case PEOPLE -> "people";
            case SPREAD -> "days";
            case WORKING_HOURS -> "working hours";
            case WORKERS -> "workers";
            case COUNT, SHARE -> "cases";
        };
    }

    private static Object counted(Measure.Shape shape, long counted) {
        return shape.minutes() ? Csv.hours(counted) : counted;
    }

    private static @Nullable Object only(boolean has, @Nullable Object figure) {
        return has ? figure : null;
    }
}
