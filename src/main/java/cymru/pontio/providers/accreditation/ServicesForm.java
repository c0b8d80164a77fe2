package cymru.pontio.providers.accreditation;

import cymru.pontio.providers.Lot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Services and lots, as ticked. */
record ServicesForm(List<String> services, List<String> lots) {
    ServicesForm(@Nullable List<@Nullable String> services, @Nullable List<@Nullable String> lots) {
        this.services = TypedText.ticked(services);
        this.lots = TypedText.ticked(lots);
    }

    static ServicesForm of(Answers.@Nullable Services said) {
        return said == null
                ? new ServicesForm(null, null)
                : new ServicesForm(
                        List.of(AnswerStore.names(said.services())), List.of(AnswerStore.names(said.lots())));
    }

    void check(Errors errors) {
        if (answers().services().isEmpty()) errors.rejectValue("services", "accreditation.form.services.missing");
        if (answers().lots().isEmpty()) errors.rejectValue("lots", "accreditation.form.lots.missing");
    }

    Answers.Services answers() {
        return new Answers.Services(
                TypedText.constants(ServiceType.class, services), TypedText.constants(Lot.class, lots));
    }
}
