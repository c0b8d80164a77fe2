package cymru.pontio.providers.findcare;

import cymru.pontio.providers.CareOffer;
import cymru.pontio.providers.CareService;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What somebody looks for; whatever is left open, or is none of the answers, does not narrow the search. */
record FindCareForm(String patch, String service, Boolean welsh) {
    FindCareForm(@Nullable String patch, @Nullable String service, @Nullable Boolean welsh) {
        this.patch = patch == null ? "" : patch.strip();
        this.service = known(service);
        this.welsh = Boolean.TRUE.equals(welsh);
    }

    boolean matches(CareOffer offer) {
        return (patch.isEmpty() || offer.patches().containsKey(patch))
                && (service.isEmpty() || offer.services().contains(CareService.valueOf(service)))
                && (!welsh || offer.welsh());
    }

    /** One of the answers of the form, or nothing. */
    private static String known(@Nullable String typed) {
        return Arrays.stream(CareService.values())
                .map(Enum::name)
                .filter(name -> name.equals(typed))
                .findFirst()
                .orElse("");
    }
}
