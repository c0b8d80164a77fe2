package cymru.pontio.people;

import cymru.pontio.kernel.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** People who need care. Who may see whom follows the team; every look at a person is in the audit. */
@Service
public class People {
    /**
     * What an advert may say of a person: nothing that names one.
     *
     * @param ageBand 18-64, 65-74, 75-84 or 85+ on the day asked for
     */
    public record Essentials(String ageBand, Welsh welsh, @Nullable String locality) {}

    /**
     * Who the person is, for the council's staff that care for the package and for the one provider that accepted it.
     *
     * @param address empty where it is confidential and the asker has no need of it
     */
    public record Identity(
            PersonId id,
            String givenName,
            String familyName,
            LocalDate dateOfBirth,
            @Nullable String nhsNumber,
            Welsh welsh,
            String address,
            String postcode,
            String phone,
            String keySafe,
            boolean addressConfidential) {
        public String fullName() {
            return givenName + " " + familyName;
        }
    }

    /** @param page the page that shows it, for the audit of readings */
    public Identity identity(Actor actor, PersonId person, String page) {
        throw new UnsupportedOperationException();
    }

    /** Full names by id, for lists of the council's own staff; no reading of a person, so no entry in the audit. */
    public java.util.Map<UUID, String> names(java.util.Collection<UUID> people) {
        throw new UnsupportedOperationException();
    }

    public Essentials essentials(PersonId person, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** Which of the person's own details stand in these texts: names, address, postcode, phone, numbers, birthday. */
    public List<String> detailsIn(PersonId person, List<String> texts) {
        throw new UnsupportedOperationException();
    }
}
