package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Adds, changes and removes clauses of a draft. */
@Controller
class ClauseController {
    private static final String LIST = "redirect:/pledge/versions/{number}?done=pledge.clause";

    private final PledgeVersions versions;
    private final PledgeClauses clauses;

    ClauseController(PledgeVersions versions, PledgeClauses clauses) {
        this.versions = versions;
        this.clauses = clauses;
    }

    @ModelAttribute
    void lists(Actor actor, @PathVariable int number, Model model) {
        model.addAttribute("version", versions.view(actor, number));
        model.addAttribute("kinds", Evidence.values());
        model.addAttribute("levels", Level.values());
    }

    @GetMapping("/pledge/versions/{number}/clauses/new")
    String ask(Actor actor, @PathVariable int number, Model model) {
        clauses.taken(actor, number, "", Optional.empty());
        model.addAttribute("form", ClauseForm.blank());
        return "pledge/clause";
    }

    @PostMapping("/pledge/versions/{number}/clauses/new")
    String add(
            Actor actor,
            @PathVariable int number,
            @Valid @ModelAttribute("form") ClauseForm form,
            BindingResult errors) {
        if (clauses.taken(actor, number, form.code(), Optional.empty()))
            errors.rejectValue("code", "pledge.error.codeTaken");
        if (errors.hasErrors()) return "pledge/clause";
        clauses.add(actor, number, form.toTerms());
        return LIST;
    }

    @GetMapping("/pledge/versions/{number}/clauses/{code}")
    String edit(Actor actor, @PathVariable int number, @PathVariable String code, Model model) {
        Clause clause = clauses.view(actor, number, code);
        model.addAttribute("clause", clause);
        model.addAttribute("form", ClauseForm.of(clause));
        return "pledge/clause";
    }

    @PostMapping("/pledge/versions/{number}/clauses/{code}")
    String change(
            Actor actor,
            @PathVariable int number,
            @PathVariable String code,
            @Valid @ModelAttribute("form") ClauseForm form,
            BindingResult errors,
            Model model) {
        Clause clause = clauses.view(actor, number, code);
        model.addAttribute("clause", clause);
        if (clauses.taken(actor, number, form.code(), Optional.of(clause)))
            errors.rejectValue("code", "pledge.error.codeTaken");
        if (errors.hasErrors()) return "pledge/clause";
        clauses.change(actor, number, code, form.toTerms());
        return LIST;
    }

    @PostMapping("/pledge/versions/{number}/clauses/{code}/removal")
    String drop(Actor actor, @PathVariable int number, @PathVariable String code) {
        clauses.drop(actor, number, code);
        return LIST;
    }
}
