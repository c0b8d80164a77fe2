package cymru.pontio.adverts;

import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTabs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Providers' questions about an advert, and the answers to all. */
@Controller
@RequestMapping("/packages/{ref}/questions")
class QuestionController {
    private final Answers answers;
    private final PackageTabs tabs;

    QuestionController(Answers answers, PackageTabs tabs) {
        this.answers = answers;
        this.tabs = tabs;
    }

    record AnswerForm(
            @NotBlank(message = "{adverts.answer.shown.missing}")
            @Size(max = 1000, message = "{adverts.form.text.long}")
            String shown,

            @NotBlank(message = "{adverts.answer.answer.missing}")
            @Size(max = 2000, message = "{adverts.form.need.long}")
            String answer) {
        AnswerForm(@Nullable String shown, @Nullable String answer) {
            this.shown = Objects.requireNonNullElse(shown, "");
            this.answer = Objects.requireNonNullElse(answer, "");
        }
    }

    @ModelAttribute("tabs")
    List<?> tabs(Actor actor, @PathVariable("ref") PackageRef ref) {
        return tabs.of(actor, ref.value(), AdvertTab.KEY);
    }

    @GetMapping
    String all(Actor actor, @PathVariable("ref") PackageRef ref, Model model) {
        model.addAttribute("questions", answers.all(actor, ref));
        model.addAttribute("ref", ref.value());
        return "adverts/questions";
    }

    @GetMapping("/{id}")
    String question(Actor actor, @PathVariable("ref") PackageRef ref, @PathVariable("id") UUID id, Model model) {
        Answers.ToAnswer question = answers.toAnswer(actor, ref, id);
        model.addAttribute("form", new AnswerForm(question.question().asked(), ""));
        return form(question, ref, model);
    }

    @PostMapping("/{id}")
    String answer(
            Actor actor,
            @PathVariable("ref") PackageRef ref,
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Model model) {
        if (!errors.hasErrors())
            answers.answer(actor, ref, id, form.shown(), form.answer()).forEach(problem -> problem.rejectIn(errors));
        if (errors.hasErrors()) return form(answers.toAnswer(actor, ref, id), ref, model);
        return "redirect:/packages/{ref}/questions?done=adverts.answered";
    }

    private static String form(Answers.ToAnswer question, PackageRef ref, Model model) {
        model.addAttribute("question", question);
        model.addAttribute("ref", ref.value());
        return "adverts/answer";
    }
}
