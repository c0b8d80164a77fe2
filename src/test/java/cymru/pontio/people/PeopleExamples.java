package cymru.pontio.people;

import cymru.pontio.kernel.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** People for the tests of all rooms, added through the door. */
@Component
public class PeopleExamples {
    private final People people;

    PeopleExamples(People people) {
        this.people = people;
    }

    /** @param marks what must not appear where the person must stay unknown, in every notation a page might use */
    public record Marked(PersonId id, PersonRef ref, List<String> marks) {}

    /** Somebody in the social worker's team with everything on record; the Welsh question is answered. */
    public PersonId personOf(Actor socialWorker) {
        return people.idOf(socialWorker, refOf(socialWorker));
    }

    /** The same by the reference that stands in addresses of pages. */
    public PersonRef refOf(Actor socialWorker) {
        return people.add(socialWorker, details("Gwen", "Jones-Parry"));
    }

    /** Somebody whose every detail is unlike anybody else's. */
    public Marked personWithMarks(Actor socialWorker) {
        String mark = letters(7);
        NhsNumber number = nhsNumber();
        String phone = "01597 " + ThreadLocalRandom.current().nextInt(100000, 1000000);
        PersonDetails details = new PersonDetails(
                "Given" + mark,
                "Family" + mark,
                LocalDate.of(1931, 2, 3),
                number,
                Welsh.NEED,
                "",
                "77 Street" + mark + "\nNewtown",
                new Postcode("SY99 9ZZ"),
                phone,
                "KEY" + mark,
                "newtown",
                false,
                "");
        PersonRef ref = people.add(socialWorker, details);
        List<String> marks = List.of(
                "Given" + mark,
                "Family" + mark,
                "Street" + mark,
                "SY99 9ZZ",
                "SY999ZZ",
                phone,
                phone.replace(" ", ""),
                "KEY" + mark,
                number.shown(),
                number.digits(),
                "3 February 1931",
                "3 Chwefror 1931",
                "1931-02-03",
                ref.value());
        return new Marked(people.idOf(socialWorker, ref), ref, marks);
    }

    /** Valid details with an NHS number of their own. */
    static PersonDetails details(String givenName, String familyName) {
        return new PersonDetails(
                givenName,
                familyName,
                LocalDate.of(1940, 3, 12),
                nhsNumber(),
                Welsh.PREFERENCE,
                "",
                "12 Ffordd y Capel\nAbermule",
                new Postcode("SY15 6NU"),
                "01686 123456",
                "4521",
                "newtown",
                false,
                "");
    }

    /** A number nobody has yet. */
    static NhsNumber nhsNumber() {
        return Stream.generate(() -> ThreadLocalRandom.current().nextLong(1_000_000_000L, 10_000_000_000L))
                .map(digits -> NhsNumber.typed(Long.toString(digits)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static String letters(int count) {
        return ThreadLocalRandom.current()
                .ints(count, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
