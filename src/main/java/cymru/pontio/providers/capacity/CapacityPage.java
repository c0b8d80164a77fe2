package cymru.pontio.providers.capacity;

import cymru.pontio.areas.Areas;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of spare hours shows beside the form. */
@Component
class CapacityPage {
    private final Areas areas;
    private final MessageSource messages;

    CapacityPage(Areas areas, MessageSource messages) {
        this.areas = areas;
        this.messages = messages;
    }

    /**
     * The rows of one patch.
     *
     * @param from index of its first row in the form
     */
    record Section(String code, String name, int from) {
        public List<Integer> rows() {
            return IntStream.range(from, from + PartOfDay.values().length)
                    .boxed()
                    .toList();
        }
    }

    /** The provider's own patches, in the reader's alphabet. */
    List<Choice> patches(Capacities.View view, Locale locale) {
        return areas.choices(new Formats(messages, locale)).stream()
                .filter(one -> view.provider().covers(one.value()))
                .toList();
    }

    String show(Capacities.View view, List<Choice> patches, Model model) {
        model.addAttribute("view", view);
        model.addAttribute(
                "sections",
                IntStream.range(0, patches.size())
                        .mapToObj(i -> new Section(
                                patches.get(i).value(), patches.get(i).label(), i * PartOfDay.values().length))
                        .toList());
        model.addAttribute("parts", PartOfDay.values());
        return "capacity/capacity";
    }

    CapacityForm.Words words(List<Choice> patches, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Map<String, String> names = patches.stream().collect(Collectors.toMap(Choice::value, Choice::label));
        Function<String, String> place = code -> names.getOrDefault(code, code);
        return new CapacityForm.Words() {
            @Override
            public String place(String patch) {
                return place.apply(patch);
            }

            @Override
            public String part(PartOfDay part) {
                return formats.label(part);
            }
        };
    }

    static List<String> codes(List<Choice> patches) {
        return patches.stream().map(Choice::value).toList();
    }
}
