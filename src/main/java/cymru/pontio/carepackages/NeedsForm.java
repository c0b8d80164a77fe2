package cymru.pontio.carepackages;

import cymru.pontio.site.Language;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What matters to the person and which well-being outcomes the care is for. */
record NeedsForm(
        @Pattern(regexp = "en|cy", message = "{carepackages.needs.language.missing}")
        String language,

        @NotBlank(message = "{carepackages.needs.whatMatters.missing}")
        @Size(max = TEXT, message = "{carepackages.form.text.long}")
        String whatMatters,

        @NotEmpty(message = "{carepackages.needs.outcomes.missing}")
        List<String> outcomes,

        @NotBlank(message = "{carepackages.needs.summary.missing}")
        @Size(max = TEXT, message = "{carepackages.form.text.long}")
        String summary,

        String stamp) {
    static final int TEXT = 4000;

    NeedsForm(
            @Nullable String language,
            @Nullable String whatMatters,
            @Nullable List<String> outcomes,
            @Nullable String summary,
            @Nullable String stamp) {
        this.language = Typed.text(language);
        this.whatMatters = Typed.text(whatMatters);
        this.outcomes = Typed.list(outcomes);
        this.summary = Typed.text(summary);
        this.stamp = Typed.text(stamp);
    }

    static NeedsForm of(PackageView view, Language reader) {
        Needs needs = view.plan().needs();
        boolean blank = needs.whatMatters().isBlank() && needs.summary().isBlank();
        return new NeedsForm(
                blank ? reader.name() : needs.language(),
                needs.whatMatters(),
                Typed.names(needs.outcomes()),
                needs.summary(),
                view.stamp());
    }

    Needs terms() {
        Set<Outcome> chosen = Typed.constants(Outcome.class, outcomes);
        return new Needs(whatMatters, chosen, summary, language.equals("cy") ? "cy" : "en");
    }
}
