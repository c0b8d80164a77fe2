package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import jakarta.validation.Valid;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The council changes the training standard: a course more, a course less, another period. */
@Controller
@RequestMapping("/workforce/standard")
class StandardController {
    private final StandardChanges changes;

    StandardController(StandardChanges changes) {
        this.changes = changes;
    }

    @GetMapping("/courses/new")
    String askCourse(Model model) {
        model.addAttribute("form", StandardForm.OfCourse.blank());
        return "workforce/course-new";
    }

    @PostMapping("/courses")
    String add(Actor actor, @Valid @ModelAttribute("form") StandardForm.OfCourse form, BindingResult errors) {
        form.check(changes.today(), errors);
        if (!errors.hasErrors() && changes.known(form.terms().code()))
            errors.rejectValue("nameEn", "workforce.error.courseKnown");
        if (errors.hasErrors()) return "workforce/course-new";
        changes.add(actor, form.terms());
        return "redirect:/workforce/standard?done=workforce.standardChanged";
    }

    @GetMapping("/courses/{code}/ending")
    String askEnd(Actor actor, @PathVariable String code, Model model) {
        model.addAttribute("form", new StandardForm.OfEnd(null));
        return end(actor, code, model);
    }

    @PostMapping("/courses/{code}/ending")
    String end(
            Actor actor,
            @PathVariable String code,
            @Valid @ModelAttribute("form") StandardForm.OfEnd form,
            BindingResult errors,
            Model model) {
        form.check(changes.today(), errors);
        if (errors.hasErrors()) return end(actor, code, model);
        changes.end(actor, code, form.last().date().orElseThrow());
        return "redirect:/workforce/standard?done=workforce.standardChanged";
    }

    @GetMapping("/periods/{period}")
    String askPeriod(@PathVariable String period, Model model) {
        model.addAttribute("form", StandardForm.OfPeriod.blank());
        model.addAttribute("period", period(period));
        return "workforce/period";
    }

    @PostMapping("/periods/{period}")
    String set(
            Actor actor,
            @PathVariable String period,
            @Valid @ModelAttribute("form") StandardForm.OfPeriod form,
            BindingResult errors,
            Model model) {
        form.check(changes.today(), errors);
        model.addAttribute("period", period(period));
        if (errors.hasErrors()) return "workforce/period";
        changes.set(actor, period(period), form.terms());
        return "redirect:/workforce/standard?done=workforce.standardChanged";
    }

    private String end(Actor actor, String code, Model model) {
        model.addAttribute("course", changes.course(actor, code));
        return "workforce/course-end";
    }

    private static Period period(String typed) {
        return Arrays.stream(Period.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
