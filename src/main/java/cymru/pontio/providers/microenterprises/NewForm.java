package cymru.pontio.providers.microenterprises;

import cymru.pontio.providers.CareService;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Somebody who asks about becoming a micro-enterprise. */
record NewForm(
        @NotBlank(message = "{microenterprises.new.name.missing}")
        @Size(max = 100, message = "{microenterprises.new.name.long}")
        String name,

        @NotEmpty(message = "{microenterprises.new.help.missing}")
        List<String> help,

        @NotEmpty(message = "{microenterprises.new.patches.missing}")
        List<String> patches,

        Boolean welsh,

        @Pattern(regexp = "|\\+?[0-9 ()]{6,29}", message = "{microenterprises.new.phone.wrong}")
        String phone,

        @Pattern(
                regexp = "|[^@\\s]{1,100}@[^@\\s]{1,80}\\.[^@\\s.]{2,18}",
                message = "{microenterprises.new.email.wrong}")
        String email,

        @Pattern(regexp = "|https?://[^\\s]{3,190}", message = "{microenterprises.new.website.wrong}")
        String website) {
    NewForm(
            @Nullable String name,
            @Nullable List<String> help,
            @Nullable List<String> patches,
            @Nullable Boolean welsh,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String website) {
        this.name = Typed.text(name).replaceAll("\\s+", " ");
        this.help = Typed.list(help);
        this.patches = Typed.list(patches);
        this.welsh = Boolean.TRUE.equals(welsh);
        this.phone = Typed.text(phone);
        this.email = Typed.text(email);
        this.website = Typed.text(website);
    }

    static NewForm blank() {
        return new NewForm("", List.of(), List.of(), false, "", "", "");
    }

    void check(Set<String> localities, Errors errors) {
        if (help.stream().anyMatch(one -> Typed.constant(CareService.class, one).isEmpty()))
            errors.rejectValue("help", "microenterprises.new.help.missing");
        if (!localities.containsAll(patches)) errors.rejectValue("patches", "microenterprises.new.patches.missing");
    }

    Register.Terms toTerms() {
        return new Register.Terms(
                name,
                help.stream().map(CareService::valueOf).collect(Collectors.toSet()),
                Set.copyOf(patches),
                welsh,
                Typed.orNull(phone),
                Typed.orNull(email),
                Typed.orNull(website));
    }
}
