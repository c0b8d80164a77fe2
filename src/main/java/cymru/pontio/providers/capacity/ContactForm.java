package cymru.pontio.providers.capacity;

import cymru.pontio.providers.CareService;
import cymru.pontio.providers.capacity.PublicEntries.PublicEntry;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the public is to be told, as typed.
 *
 * @param version of the entry when the page was shown
 */
record ContactForm(
        @NotEmpty(message = "{capacity.contact.services.missing}")
        Set<String> services,

        @Pattern(regexp = "|\\+?[0-9 ()]{7,24}", message = "{capacity.contact.phone.wrong}")
        String phone,

        @Pattern(regexp = "|[^@\\s]{1,64}@[^@\\s]{1,180}\\.[^@\\s.]{2,10}", message = "{capacity.contact.email.wrong}")
        String email,

        @Pattern(
                regexp = "|(https?://)?[A-Za-z0-9][A-Za-z0-9.-]{1,200}\\.[A-Za-z]{2,20}(/[^\\s\"<>]{0,200})?",
                message = "{capacity.contact.website.wrong}")
        String website,

        String version) {
    ContactForm(
            @Nullable Set<String> services,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String website,
            @Nullable String version) {
        Set<String> known = Arrays.stream(CareService.values()).map(Enum::name).collect(Collectors.toSet());
        this.services = new TreeSet<>(services == null ? Set.of() : services);
        this.services.retainAll(known);
        this.phone = phone == null ? "" : phone.strip();
        this.email = email == null ? "" : email.strip();
        this.website = website == null ? "" : website.strip();
        this.version = version == null ? "" : version;
    }

    static ContactForm of(PublicEntry entry) {
        return new ContactForm(
                entry.services().stream().map(Enum::name).collect(Collectors.toSet()),
                entry.phone(),
                entry.email(),
                entry.website(),
                "" + entry.version());
    }

    PublicEntry toEntry() {
        String site = website.isEmpty() || website.matches("https?://.*") ? website : "https://" + website;
        return new PublicEntry(
                services.stream().map(CareService::valueOf).collect(Collectors.toSet()),
                orNull(phone),
                orNull(email),
                orNull(site),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
    }

    private static @Nullable String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
