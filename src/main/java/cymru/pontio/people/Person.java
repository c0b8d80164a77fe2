package cymru.pontio.people;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Outdated;
import cymru.pontio.kernel.RuleBroken;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who needs care, as their team knows them. */
@Entity
@Table(schema = "people", name = "person")
class Person {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    @Id
    private UUID id;

    private String ref;
    private String givenName;
    private String familyName;
    private LocalDate dateOfBirth;
    private @Nullable String nhsNumber;

    @Enumerated(EnumType.STRING)
    private Welsh welsh;

    private String language;
    private String address;
    private String postcode;
    private String phone;
    private String keySafe;
    private boolean addressConfidential;
    private @Nullable String locality;
    private UUID teamId;
    private UUID addedBy;
    private Instant addedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    @SuppressWarnings("NullAway.Init")
    Person(Actor actor, PersonRef ref, PersonDetails details, Instant now) {
        if (actor.team() == null) throw new NotFound();
        this.id = Ids.next();
        this.ref = ref.value();
        this.teamId = actor.team();
        this.addedBy = actor.userId();
        this.addedAt = now;
        take(details);
    }

    /** A change of what is known; whether the address is confidential changes by {@link #protect} alone. */
    void change(PersonDetails details, long seen) {
        if (version == null || seen != version) throw new Outdated(String.valueOf(version));
        take(details);
    }

    /** Makes the address confidential or ends that; either needs a reason. Nothing where it already is so. */
    Optional<Protection> protect(Actor actor, PersonDetails details, Instant now) {
        if (addressConfidential == details.addressConfidential()) return Optional.empty();
        if (details.reason().isBlank()) throw new RuleBroken("people.error.reasonMissing");
        addressConfidential = details.addressConfidential();
        return Optional.of(new Protection(id, addressConfidential, details.reason(), actor.userId(), now));
    }

    boolean isOfTeam(Actor actor) {
        return teamId.equals(actor.team());
    }

    PersonId id() {
        return new PersonId(id);
    }

    PersonRef ref() {
        return new PersonRef(ref);
    }

    long version() {
        return Objects.requireNonNullElse(version, 0L);
    }

    boolean addressConfidential() {
        return addressConfidential;
    }

    PersonDetails details() {
        return new PersonDetails(
                givenName,
                familyName,
                dateOfBirth,
                nhsNumber == null ? null : new NhsNumber(nhsNumber),
                welsh,
                language,
                address,
                postcode.isEmpty() ? null : new Postcode(postcode),
                phone,
                keySafe,
                locality,
                addressConfidential,
                "");
    }

    private void take(PersonDetails details) {
        if (details.dateOfBirth().isBefore(EARLIEST)) throw new IllegalArgumentException("born before 1900");
        givenName = details.givenName();
        familyName = details.familyName();
        dateOfBirth = details.dateOfBirth();
        nhsNumber = details.nhsNumber() == null ? null : details.nhsNumber().digits();
        welsh = details.welsh();
        language = details.language();
        address = details.address();
        postcode = details.postcode() == null ? "" : details.postcode().value();
        phone = details.phone();
        keySafe = details.keySafe();
        locality = details.locality();
    }
}
