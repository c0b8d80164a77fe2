package cymru.pontio.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, as written down by their team.
 *
 * @param language the language the person prefers, if neither Welsh nor English; blank otherwise
 * @param postcode blank on the rare person of no fixed address
 * @param reason why the address became confidential, or no longer is; blank where that did not change
 */
public record PersonDetails(
        String givenName,
        String familyName,
        LocalDate dateOfBirth,
        @Nullable NhsNumber nhsNumber,
        Welsh welsh,
        String language,
        String address,
        @Nullable Postcode postcode,
        String phone,
        String keySafe,
        @Nullable String locality,
        boolean addressConfidential,
        String reason) {
    @Override
    public String toString() {
        return "PersonDetails";
    }
}
