package cymru.pontio.carepackages;

import cymru.pontio.kernel.NotFound;
import cymru.pontio.people.People;
import cymru.pontio.people.PersonId;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be told of the person a package is for, to rooms that must not know who it is. */
@Service
public class PackagePerson {
    /**
     * @param ageBand 18-64, 65-74, 75-84 or 85+
     * @param welsh NEED, PREFERENCE, NO or NOT_ASKED, as the person answered the active offer
     */
    public record Essentials(String ageBand, String welsh) {
        public boolean welshAnswered() {
            return !welsh.equals("NOT_ASKED");
        }
    }

    private final JdbcClient jdbc;
    private final People people;

    PackagePerson(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    @Transactional(readOnly = true)
    public Essentials essentials(PackageId carePackage, LocalDate on) {
        UUID person = jdbc.sql("select person_id from carepackages.care_package where id = ? and person_id is not null")
                .param(carePackage.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        People.Essentials essentials = people.essentials(new PersonId(person), on);
        return new Essentials(essentials.ageBand(), essentials.welsh().name());
    }
}
