package cymru.pontio.providers.microenterprises;

import cymru.pontio.areas.Areas;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What several pages of micro-enterprises show in the reader's language. */
@Component
class MicroModel {
    private final Areas areas;
    private final MessageSource messages;

    MicroModel(Areas areas, MessageSource messages) {
        this.areas = areas;
        this.messages = messages;
    }

    /** As the shared parts of pages want it. */
    record Entry(
            String when, String who, String title, @Nullable String reason) {}

    record Task(
            String label,
            String url,
            String statusText,
            @Nullable String statusColour,
            @Nullable String hint) {}

    record Tasks(Item.Group group, List<Task> items) {}

    Formats formats(Locale locale) {
        return new Formats(messages, locale);
    }

    void mustKnow(String patch) {
        areas.mustKnow(patch);
    }

    List<Choice> patches(Locale locale) {
        return areas.choices(formats(locale));
    }

    Map<String, String> patchNames(Locale locale) {
        return patches(locale).stream()
                .collect(Collectors.toMap(Choice::value, Choice::label, (a, b) -> a, LinkedHashMap::new));
    }

    List<Choice> weekdays(Locale locale) {
        Formats formats = formats(locale);
        return IntStream.rangeClosed(1, 7)
                .mapToObj(day -> new Choice("" + day, formats.message("microenterprises.day." + day)))
                .toList();
    }

    /** With what counts as which. */
    List<Choice> kinds(Locale locale) {
        Formats formats = formats(locale);
        return Arrays.stream(CareKind.values())
                .map(kind -> new Choice(
                        kind.name(),
                        formats.label(kind),
                        formats.message("microenterprises.CareKind." + kind + ".hint")))
                .toList();
    }

    List<Choice> outcomes(Item item, Locale locale) {
        Formats formats = formats(locale);
        return Arrays.stream(Check.Outcome.values())
                .filter(outcome -> item.optional() || outcome != Check.Outcome.NOT_NEEDED)
                .map(outcome -> new Choice(outcome.name(), formats.message("microenterprises.check." + outcome)))
                .toList();
    }

    List<Choice> answers(Locale locale) {
        Formats formats = formats(locale);
        return Stream.of("APPROVED", "REFUSED")
                .map(answer -> new Choice(answer, formats.message("microenterprises.grant." + answer)))
                .toList();
    }

    List<Entry> timeline(List<Register.Step> steps, Locale locale) {
        Formats formats = formats(locale);
        return steps.stream()
                .map(step -> new Entry(
                        formats.dateTime(step.at()), step.by(), formats.label(step.state()), Typed.orNull(step.why())))
                .toList();
    }

    List<Entry> checked(List<Check> history, Locale locale) {
        Formats formats = formats(locale);
        return history.stream()
                .map(check -> new Entry(
                        formats.date(check.checkedOn()),
                        check.byName(),
                        formats.message("microenterprises.check." + check.outcome()),
                        check.evidence()))
                .toList();
    }

    /** One task list a heading, in the order of the checks. */
    List<Tasks> tasks(MicroRef ref, Checklist list, Part part, Locale locale) {
        Formats formats = formats(locale);
        return Arrays.stream(Item.Group.values())
                .filter(group -> group.part() == part)
                .map(group -> new Tasks(
                        group,
                        Item.of(group).stream()
                                .map(item -> task(ref, item, list, formats))
                                .toList()))
                .toList();
    }

    private static Task task(MicroRef ref, Item item, Checklist list, Formats formats) {
        Check check = list.check(item).orElse(null);
        String status = "NONE";
        if (check != null) status = check.holds(list.today()) ? check.outcome().name() : "OVER";
        if (check != null && check.outcome() == Check.Outcome.NOT_DONE) status = "NOT_DONE";
        boolean soon = check != null && check.holds(list.today()) && check.dueSoon(list.today());
        String colour = status.equals("DONE") || status.equals("NOT_NEEDED")
                ? (soon ? "yellow" : null)
                : status.equals("NONE") ? "grey" : "orange";
        return new Task(
                formats.message("microenterprises.Item." + item),
                "/micro-enterprises/" + ref + "/checks/" + item.path(),
                formats.message(soon ? "microenterprises.check.SOON" : "microenterprises.check." + status),
                colour,
                check == null ? null : hint(check, formats));
    }

    private static String hint(Check check, Formats formats) {
        String seen = formats.message(
                "microenterprises.check.seen", formats.date(check.checkedOn()), check.byName(), check.evidence());
        return check.review() == null
                ? seen
                : formats.message("microenterprises.check.seen.review", seen, formats.date(check.review()));
    }
}
