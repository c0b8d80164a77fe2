package cymru.pontio.providers.workforce;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Adds, shows and changes a worker of the provider’s own register. */
@Controller
class WorkerController {
    private final Workers workers;
    private final Areas areas;
    private final MessageSource messages;

    WorkerController(Workers workers, Areas areas, MessageSource messages) {
        this.workers = workers;
        this.areas = areas;
        this.messages = messages;
    }

    @ModelAttribute
    void lists(Model model, Locale locale) {
        model.addAttribute("contracts", Contract.values());
        model.addAttribute("courses", workers.standard().courses());
        Formats formats = new Formats(messages, locale);
        model.addAttribute("places", areas.choices(formats));
        model.addAttribute("genders", formats.choices(Gender.values()));
        model.addAttribute(
                "levels",
                IntStream.rangeClosed(0, 5)
                        .mapToObj(level -> new Choice("" + level, formats.message("workforce.welsh." + level)))
                        .toList());
    }

    @GetMapping("/workforce/workers/new")
    String ask(Model model) {
        model.addAttribute("form", WorkerForm.blank(workers.standard()));
        return "workforce/edit";
    }

    @PostMapping("/workforce/workers/new")
    String add(Actor actor, @Valid @ModelAttribute("form") WorkerForm form, BindingResult errors, Locale locale) {
        check(actor, form, null, errors, locale);
        if (errors.hasErrors()) return "workforce/edit";
        return "redirect:/workforce/workers/" + workers.add(actor, form.toTerms(null)) + "?done=workforce.added";
    }

    @GetMapping("/workforce/workers/{id}")
    String view(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("one", workers.view(actor, id));
        return "workforce/worker";
    }

    @GetMapping("/workforce/workers/{id}/edit")
    String edit(Actor actor, @PathVariable UUID id, Model model) {
        Worker worker = workers.view(actor, id).worker();
        model.addAttribute("worker", worker);
        model.addAttribute("form", WorkerForm.of(worker, workers.standard()));
        return "workforce/edit";
    }

    @PostMapping("/workforce/workers/{id}/edit")
    String change(
            Actor actor,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") WorkerForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        Worker worker = workers.view(actor, id).worker();
        model.addAttribute("worker", worker);
        check(actor, form, id, errors, locale);
        if (errors.hasErrors()) return "workforce/edit";
        workers.change(actor, id, form.editedVersion(), form.toTerms(worker.left()));
        return "redirect:/workforce/workers/{id}?done=workforce.changed";
    }

    private void check(Actor actor, WorkerForm form, @Nullable UUID id, BindingResult errors, Locale locale) {
        form.check(
                areas.all().stream().map(Locality::code).collect(Collectors.toSet()),
                workers.today(),
                dates(form, new Formats(messages, locale)),
                errors);
        if (workers.taken(actor, form.ref(), Optional.ofNullable(id)))
            errors.rejectValue("ref", "workforce.error.taken");
    }

    /** What the page calls each field of a date. */
    private Map<String, String> dates(WorkerForm form, Formats formats) {
        Map<String, String> dates = new HashMap<>();
        dates.put("started", formats.message("workforce.started"));
        dates.put("contractSince", formats.message("workforce.contractSince"));
        dates.put("registered", formats.message("workforce.registeredOn"));
        dates.put("qualified", formats.message("workforce.qualifiedOn"));
        dates.put("dbs", formats.message("workforce.dbsOn"));
        List<Course> courses = workers.standard().courses();
        for (int i = 0; i < Math.min(courses.size(), form.training().size()); i++)
            dates.put(
                    WorkerForm.trainingField(i),
                    formats.either(courses.get(i).nameEn(), courses.get(i).nameCy()));
        return dates;
    }
}
