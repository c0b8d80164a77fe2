package cymru.pontio.matching.plan;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.Providers;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Plans for the whole waiting list: asked for, watched, read, compared. */
@Controller
class PlanController {
    private static final String SECONDS = "3";

    private final Plans plans;
    private final PlanMessages planMessages;
    private final Areas areas;
    private final Providers providers;
    private final MessageSource messages;

    PlanController(Plans plans, PlanMessages planMessages, Areas areas, Providers providers, MessageSource messages) {
        this.plans = plans;
        this.planMessages = planMessages;
        this.areas = areas;
        this.providers = providers;
        this.messages = messages;
    }

    @GetMapping("/waiting-list/plan")
    String list(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", PlanForm.blank());
        return page(actor, model, locale);
    }

    @PostMapping("/waiting-list/plan")
    String ask(
            Actor actor,
            @Valid @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        form.check(errors);
        if (errors.hasErrors()) return page(actor, model, locale);
        PlanRef ref = plans.ask(actor, form.aims(), form.whatIf());
        if (form.aims().size() > 1) return "redirect:/waiting-list/plan?done=plan.asked";
        return "redirect:/waiting-list/plan/" + ref;
    }

    /** Without a script too: the browser asks again by itself while the plan is being made. */
    @GetMapping("/waiting-list/plan/{ref}")
    String show(Actor actor, @PathVariable PlanRef ref, Model model, Locale locale, HttpServletResponse response) {
        PlanView plan = plans.view(actor, ref);
        if (plan.running()) response.setHeader("Refresh", SECONDS);
        model.addAttribute("plan", plan);
        model.addAttribute("rows", plans.rows(actor, ref));
        model.addAttribute("words", new PlanWords(new Formats(messages, locale)));
        model.addAttribute("supposed", supposed(plan));
        model.addAttribute("told", planMessages.of(actor, ref));
        model.addAttribute("others", others(actor, plan));
        return "plan/plan";
    }

    @GetMapping("/waiting-list/plan/{ref}/compare")
    String compare(Actor actor, @PathVariable PlanRef ref, @RequestParam("with") PlanRef other, Model model) {
        Plans.Comparison compared = plans.compare(actor, ref, other);
        model.addAttribute("compared", compared);
        model.addAttribute("supposedOne", supposed(compared.one()));
        model.addAttribute("supposedOther", supposed(compared.other()));
        return "plan/compare";
    }

    /** With the names of the patch and of the provider that it supposes something of. */
    record Supposed(PlanView plan, @Nullable Locality patch, String closed) {}

    private Supposed supposed(PlanView plan) {
        return new Supposed(
                plan,
                plan.patch().isEmpty() ? null : areas.locality(plan.patch()),
                plan.closed().isEmpty() ? "" : providers.byRef(plan.closed()).name());
    }

    @PostMapping("/waiting-list/plan/{ref}/stop")
    String stop(Actor actor, @PathVariable PlanRef ref) {
        plans.stop(actor, ref);
        return "redirect:/waiting-list/plan/" + ref + "?done=plan.stopping";
    }

    @GetMapping("/waiting-list/plan/{ref}.csv")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable PlanRef ref) {
        Csv csv = new Csv(
                "package_ref",
                "area",
                "status",
                "urgency",
                "days_waiting",
                "user_hours_a_week",
                "worker_hours_a_week",
                "provider_ref",
                "provider",
                "suitability_points",
                "pounds_a_week",
                "way_in_provider",
                "way_in_rule",
                "way_in_worker_hours_a_week",
                "way_in_user_hours_by_part",
                "rounds_without_a_bid",
                "needed_from",
                "ways_in_tried");
        for (PlanRow row : plans.rows(actor, ref)) csv(csv, row);
        return csv.download("plan-" + ref + ".csv");
    }

    private static void csv(Csv csv, PlanRow row) {
        Way way = row.ways().isEmpty() ? null : row.ways().getFirst();
        Long pence = row.pence();
        csv.row(
                row.packageRef(),
                row.areaEn(),
                row.status(),
                row.urgency(),
                row.days(),
                Csv.hours(row.userMinutes()),
                Csv.hours(row.workerMinutes()),
                row.supposed() ? null : row.providerRef(),
                row.supposed() ? "SUPPOSED" : row.providerName(),
                row.points(),
                pence == null ? null : BigDecimal.valueOf(pence, 2),
                way == null ? null : way.name(),
                way == null ? null : way.rule(),
                way == null ? null : Csv.hours(way.minutes()),
                way == null ? null : parts(way),
                row.unbid(),
                row.neededFrom(),
                row.placed() ? null : row.tried());
    }

    /** Like “MORNING 1 3.50 TEA 1 7.00”: part of the day, workers, hours. */
    private static String parts(Way way) {
        return way.more().stream()
                .map(one -> one.part() + " " + one.workers() + " " + Csv.hours(one.userMinutes()))
                .collect(Collectors.joining(" "));
    }

    private String page(Actor actor, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        List<Choice> aims = new ArrayList<>(formats.choices(Aim.values()));
        aims.add(new Choice(PlanForm.EVERY, formats.message("plan.aim.every")));
        model.addAttribute(
                "plans", plans.latest(actor).stream().map(this::supposed).toList());
        model.addAttribute("aims", aims);
        model.addAttribute("patches", areas.choices(formats));
        model.addAttribute(
                "agencies",
                providers.all().stream()
                        .filter(one -> one.kind() == ProviderKind.AGENCY)
                        .map(one -> new Choice(one.ref(), one.name()))
                        .toList());
        return "plan/list";
    }

    /** Plans that can be laid beside this one. */
    private List<Supposed> others(Actor actor, PlanView plan) {
        if (!plan.readable()) return List.of();
        return plans.latest(actor).stream()
                .filter(other -> other.readable() && !other.ref().equals(plan.ref()))
                .limit(6)
                .map(this::supposed)
                .toList();
    }
}
