package cymru.pontio.providers.embargo;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Why an embargo may be lifted, or why not yet, as typed. */
record WhyForm(
        @NotBlank(message = "{embargo.form.why.missing}")
        @Pattern(regexp = TypedText.SENTENCES, message = "{embargo.form.reason.length}")
        String why) {

    WhyForm(@Nullable String why) {
        this.why = TypedText.clean(why);
    }

    static WhyForm blank() {
        return new WhyForm(null);
    }
}
