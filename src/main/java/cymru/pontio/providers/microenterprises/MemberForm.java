package cymru.pontio.providers.microenterprises;

import cymru.pontio.site.Choice;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Who joins a network, and when. */
record MemberForm(
        String ref,

        @RealDate(required = true, message = "{microenterprises.member.from.date}")
        DateParts from) {
    MemberForm(@Nullable String ref, @Nullable DateParts from) {
        this.ref = Objects.requireNonNullElse(ref, "");
        this.from = Objects.requireNonNullElse(from, DateParts.blank());
    }

    void check(List<Choice> choices, Errors errors) {
        if (choices.stream().noneMatch(one -> one.value().equals(ref)))
            errors.rejectValue("ref", "microenterprises.member.ref.missing");
    }
}
