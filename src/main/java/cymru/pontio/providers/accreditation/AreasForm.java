package cymru.pontio.providers.accreditation;

import cymru.pontio.site.Choice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Localities, as ticked. */
record AreasForm(List<String> areas) {
    AreasForm(@Nullable List<@Nullable String> areas) {
        this.areas = TypedText.ticked(areas);
    }

    static AreasForm of(Answers.@Nullable Areas said) {
        return new AreasForm(
                said == null ? null : said.codes().stream().sorted().toList());
    }

    void check(List<Choice> localities, Errors errors) {
        if (codes(localities).isEmpty()) errors.rejectValue("areas", "accreditation.form.areas.missing");
    }

    Answers.Areas answers(List<Choice> localities) {
        return new Answers.Areas(codes(localities));
    }

    private Set<String> codes(List<Choice> localities) {
        return localities.stream().map(Choice::value).filter(areas::contains).collect(Collectors.toUnmodifiableSet());
    }
}
