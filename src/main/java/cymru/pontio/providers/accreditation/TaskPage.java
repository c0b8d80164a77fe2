package cymru.pontio.providers.accreditation;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Lot;
import cymru.pontio.providers.register.Regulator;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of all tasks have in common. */
@Component
class TaskPage {
    private final Applications applications;
    private final Areas areas;
    private final MessageSource messages;
    private final Regulator regulator;

    TaskPage(
            Applications applications,
            Areas areas,
            MessageSource messages,
            @Value("${pontio.regulator:CIW}") Regulator regulator) {
        this.applications = applications;
        this.areas = areas;
        this.messages = messages;
        this.regulator = regulator;
    }

    Applications applications() {
        return applications;
    }

    Regulator regulator() {
        return regulator;
    }

    List<Choice> localities(Locale locale) {
        return areas.choices(formats(locale));
    }

    Answers said(Actor actor) {
        return applications.own(actor).answers();
    }

    String show(Actor actor, Task task, Locale locale, Model model) {
        Formats words = formats(locale);
        model.addAttribute("task", task);
        model.addAttribute("regulator", regulator);
        model.addAttribute("dossier", applications.own(actor));
        model.addAttribute("yesNo", List.of(yesOrNo(words, "YES"), yesOrNo(words, "NO")));
        switch (task) {
            case SERVICES -> {
                model.addAttribute("services", words.choices(ServiceType.values()));
                model.addAttribute("lots", words.choices(Lot.values()));
            }
            case AREAS -> model.addAttribute("localities", localities(locale));
            case POLICIES -> model.addAttribute("policies", words.choices(Policy.values()));
            case WORKFORCE -> model.addAttribute("skills", skills(words));
            default -> {} // nothing to choose from
        }
        return "accreditation/task";
    }

    private Formats formats(Locale locale) {
        return new Formats(messages, locale);
    }

    private static Choice yesOrNo(Formats words, String value) {
        return new Choice(value, words.message("accreditation.answer." + value));
    }

    private static List<Choice> skills(Formats words) {
        return Arrays.stream(Skill.values())
                .map(skill -> new Choice(skill.name(), words.message("carepackages.Training." + skill)))
                .toList();
    }
}
