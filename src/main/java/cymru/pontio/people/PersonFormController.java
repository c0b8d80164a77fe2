package cymru.pontio.people;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding a person to the own team, and changing what is known of one. */
@Controller
class PersonFormController {
    private final People people;
    private final Areas areas;
    private final MessageSource messages;

    PersonFormController(People people, Areas areas, MessageSource messages) {
        this.people = people;
        this.areas = areas;
        this.messages = messages;
    }

    @ModelAttribute("localities")
    List<Choice> localities(Locale locale) {
        return areas.choices(new Formats(messages, locale));
    }

    @ModelAttribute("welshAnswers")
    List<Choice> welshAnswers(Locale locale) {
        return new Formats(messages, locale).choices(Welsh.values());
    }

    @ModelAttribute("yesNo")
    List<Choice> yesNo(Locale locale) {
        Formats formats = new Formats(messages, locale);
        return List.of(
                new Choice("true", formats.message("people.form.addressConfidential.yes")),
                new Choice("false", formats.message("people.form.addressConfidential.no")));
    }

    @GetMapping("/people/new")
    String blank(@RequestParam(defaultValue = "") String next, Model model) {
        model.addAttribute("form", PersonForm.blank(next));
        return "people/new";
    }

    @PostMapping("/people/new")
    String add(Actor actor, @Valid @ModelAttribute("form") PersonForm form, BindingResult errors) {
        if (errors.hasErrors()) return "people/new";
        try {
            PersonRef added = people.add(actor, form.details());
            return form.next().isEmpty()
                    ? "redirect:/people/" + added + "?done=people.added"
                    : "redirect:" + form.next() + "?person=" + added + "&done=people.added";
        } catch (NhsNumberTaken taken) {
            errors.rejectValue("nhsNumber", taken.messageKey());
            return "people/new";
        }
    }

    @GetMapping("/people/{ref}/edit")
    String edit(Actor actor, @PathVariable PersonRef ref, @RequestParam(defaultValue = "") String next, Model model) {
        model.addAttribute("form", PersonForm.of(people.open(actor, ref), next));
        return "people/edit";
    }

    @PostMapping("/people/{ref}/edit")
    String change(
            Actor actor,
            @PathVariable PersonRef ref,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors) {
        people.idOf(actor, ref);
        if (errors.hasErrors()) return "people/edit";
        try {
            people.change(actor, ref, form.details(), form.seen());
            return "redirect:" + (form.next().isEmpty() ? "/people/" + ref : form.next()) + "?done=people.changed";
        } catch (NhsNumberTaken taken) {
            errors.rejectValue("nhsNumber", taken.messageKey());
            return "people/edit";
        }
    }
}
