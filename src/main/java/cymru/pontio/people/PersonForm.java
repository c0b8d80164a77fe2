package cymru.pontio.people;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person as typed, to be added or changed.
 *
 * @param confidentialBefore whether the address was confidential when the page was shown: a change of it needs a reason
 * @param version of the record when the page was shown
 * @param next where the person asking came from and goes back to; a page of this site or blank
 */
@PlausiblePerson
record PersonForm(
        @Pattern(regexp = HAS_LETTER, message = "{people.form.givenName.missing}")
        @Size(max = 100, message = "{people.form.givenName.long}")
        String givenName,

        @Pattern(regexp = HAS_LETTER, message = "{people.form.familyName.missing}")
        @Size(max = 100, message = "{people.form.familyName.long}")
        String familyName,

        @RealDate(required = true, message = "{people.form.dateOfBirth.wrong}")
        DateParts dateOfBirth,

        String nhsNumber,

        @NotBlank(message = "{people.form.address.missing}") @Size(max = 500, message = "{people.form.address.long}")
        String address,

        @NotBlank(message = "{people.form.postcode.missing}")
        String postcode,

        @NotBlank(message = "{people.form.locality.missing}")
        String locality,

        @Size(max = 60, message = "{people.form.keySafe.long}")
        String keySafe,

        String phone,
        String addressConfidential,

        @Size(max = 500, message = "{people.form.reason.long}")
        String reason,

        String welsh,

        @Size(max = 60, message = "{people.form.language.long}")
        String language,

        String confidentialBefore,
        String version,
        String next) {
    private static final String HAS_LETTER = "(?s).*\\p{L}.*";

    /** Blank for what was not sent, and the two questions as they stand unless answered. */
    PersonForm(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable DateParts dateOfBirth,
            @Nullable String nhsNumber,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String locality,
            @Nullable String keySafe,
            @Nullable String phone,
            @Nullable String addressConfidential,
            @Nullable String reason,
            @Nullable String welsh,
            @Nullable String language,
            @Nullable String confidentialBefore,
            @Nullable String version,
            @Nullable String next) {
        this.givenName = Typed.line(givenName);
        this.familyName = Typed.line(familyName);
        this.dateOfBirth = Objects.requireNonNullElse(dateOfBirth, DateParts.blank());
        this.nhsNumber = Typed.line(nhsNumber);
        this.address = Typed.lines(address);
        this.postcode = Typed.line(postcode);
        this.locality = Typed.line(locality);
        this.keySafe = Typed.line(keySafe);
        this.phone = Typed.line(phone);
        this.addressConfidential = Typed.oneOf(addressConfidential, "false", "true");
        this.reason = Typed.lines(reason);
        this.welsh = Typed.oneOf(welsh, "NOT_ASKED", "NEED", "PREFERENCE", "NO");
        this.language = Typed.line(language);
        this.confidentialBefore = Typed.oneOf(confidentialBefore, "false", "true");
        this.version = Typed.line(version);
        this.next = OwnPath.orBlank(Typed.line(next));
    }

    static PersonForm blank(String next) {
        return new PersonForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, next);
    }

    static PersonForm of(People.TeamView person, String next) {
        PersonDetails known = person.details();
        String confidential = String.valueOf(known.addressConfidential());
        return new PersonForm(
                known.givenName(),
                known.familyName(),
                DateParts.of(known.dateOfBirth()),
                known.nhsNumber() == null ? "" : known.nhsNumber().shown(),
                known.address(),
                known.postcode() == null ? "" : known.postcode().value(),
                known.locality(),
                known.keySafe(),
                known.phone(),
                confidential,
                "",
                known.welsh().name(),
                known.language(),
                confidential,
                String.valueOf(person.version()),
                next);
    }

    boolean confidentialityChanges() {
        return !addressConfidential.equals(confidentialBefore);
    }

    long seen() {
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }

    /** Only after the form was found to be without fault. */
    PersonDetails details() {
        return new PersonDetails(
                givenName,
                familyName,
                Objects.requireNonNull(dateOfBirth.orNull()),
                NhsNumber.typed(nhsNumber).orElse(null),
                Welsh.valueOf(welsh),
                language,
                address,
                Postcode.typed(postcode).orElse(null),
                phone,
                keySafe,
                locality,
                addressConfidential.equals("true"),
                reason);
    }
}
