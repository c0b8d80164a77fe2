package cymru.pontio.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Outdated;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class PeopleTests {
    @Autowired
    People people;

    @Autowired
    PeopleExamples examples;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    private Actor worker;

    @BeforeEach
    void worker() {
        worker = county.socialWorker();
    }

    @Test
    void aPersonIsThereForTheirOwnTeam() {
        PersonRef ref = examples.refOf(worker);
        assertThat(people.open(county.manager(), ref).details().familyName()).isEqualTo("Jones-Parry");
        assertThat(people.idOf(county.manager(), ref)).isEqualTo(people.idOf(worker, ref));
    }

    /** Seeded fault: look for the reference without the team. */
    @Test
    void aPersonIsNotThereForAnotherTeam() {
        PersonRef ref = examples.refOf(worker);
        PersonId id = people.idOf(worker, ref);
        Actor other = county.otherSocialWorker();
        assertThatThrownBy(() -> people.open(other, ref)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.idOf(other, ref)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.change(other, ref, PeopleExamples.details("A", "B"), 0))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.identity(other, id, "test")).isInstanceOf(NotFound.class);
    }

    @Test
    void rolesWithoutNeedOfAPersonAreRefused() {
        PersonId id = examples.personOf(worker);
        for (Actor actor : List.of(county.admin(), county.auditor(), county.finance(), county.dpAdviser())) {
            assertThatThrownBy(() -> people.identity(actor, id, "test")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> people.add(actor, PeopleExamples.details("A", "B")))
                    .isInstanceOf(NotFound.class);
        }
    }

    /** Seeded fault: show the address to whoever may see the person. */
    @Test
    void aConfidentialAddressIsForThoseWhoGoToTheDoor() {
        PersonId id = people.idOf(worker, confidential());
        for (Actor actor : List.of(worker, county.manager(), county.providerA(), county.inhouse())) {
            People.Identity seen = people.identity(actor, id, "test");
            assertThat(seen.address()).contains("Ffordd y Capel");
            assertThat(seen.postcode()).isEqualTo("SY15 6NU");
            assertThat(seen.keySafe()).isEqualTo("4521");
        }
        for (Actor actor : List.of(county.broker(), county.commissioner())) {
            People.Identity seen = people.identity(actor, id, "test");
            assertThat(seen.address()).isEmpty();
            assertThat(seen.postcode()).isEmpty();
            assertThat(seen.keySafe()).isEmpty();
            assertThat(seen.addressConfidential()).isTrue();
            assertThat(seen.fullName()).isEqualTo("Gwen Jones");
        }
    }

    @Test
    void anOrdinaryAddressIsForBrokersTooButNotTheKeySafe() {
        People.Identity seen = people.identity(county.broker(), examples.personOf(worker), "test");
        assertThat(seen.address()).contains("Ffordd y Capel");
        assertThat(seen.keySafe()).isEmpty();
    }

    @Test
    void everyLookIsInTheAudit() {
        PersonRef ref = examples.refOf(worker);
        PersonId id = people.idOf(worker, ref);
        people.open(worker, ref);
        people.identity(county.broker(), id, "placement");
        assertThat(jdbc.sql("select account_id || ' ' || page from audit.reading where subject = ? order by id")
                        .param(ref.value())
                        .query(String.class)
                        .list())
                .containsExactly(worker.userId() + " person", county.broker().userId() + " placement");
    }

    @Test
    void theAuditSaysWhichFieldsChangedAndNotWhatTheyHold() {
        PersonRef ref = examples.refOf(worker);
        people.change(worker, ref, PeopleExamples.details("Canary", "Jones-Parry"), 0);
        assertThat(jdbc.sql("select action || facts from audit.entry where subject = ? order by id")
                        .param(ref.value())
                        .query(String.class)
                        .list())
                .anySatisfy(
                        entry -> assertThat(entry).startsWith("PersonChanged").contains("givenName"))
                .noneMatch(entry -> entry.contains("Canary"));
    }

    @Test
    void anNhsNumberBelongsToOnePerson() {
        NhsNumber number = PeopleExamples.nhsNumber();
        people.add(worker, with(number));
        assertThatThrownBy(() -> people.add(county.otherSocialWorker(), with(number)))
                .isInstanceOf(NhsNumberTaken.class);
        PersonRef second = examples.refOf(worker);
        assertThatThrownBy(() -> people.change(worker, second, with(number), 0)).isInstanceOf(NhsNumberTaken.class);
    }

    @Test
    void aChangeToAVersionThatHasGoneIsRefused() {
        PersonRef ref = examples.refOf(worker);
        people.change(worker, ref, PeopleExamples.details("Gwenllian", "Jones"), 0);
        assertThatThrownBy(() -> people.change(worker, ref, PeopleExamples.details("Gwennan", "Jones"), 0))
                .isInstanceOf(Outdated.class);
    }

    @Test
    void confidentialityNeedsAReasonWhenSetAndWhenLifted() {
        PersonRef ref = examples.refOf(worker);
        PersonDetails plain = people.open(worker, ref).details();
        assertThatThrownBy(() -> people.change(worker, ref, protectedBy(plain, true, " "), 0))
                .isInstanceOf(RuleBroken.class);
        people.change(worker, ref, protectedBy(plain, true, "A former partner looks for her"), 0);
        assertThatThrownBy(() -> people.change(worker, ref, protectedBy(plain, false, ""), 1))
                .isInstanceOf(RuleBroken.class);
        people.change(worker, ref, protectedBy(plain, false, "She asked for it"), 1);
        assertThat(people.open(worker, ref).protections())
                .extracting(Protections.Change::confidential, Protections.Change::reason, Protections.Change::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, "She asked for it", worker.name()),
                        org.assertj.core.groups.Tuple.tuple(true, "A former partner looks for her", worker.name()));
    }

    @Test
    void anAdvertLearnsTheAgeInBands() {
        PersonId id = examples.personOf(worker);
        assertThat(people.essentials(id, LocalDate.of(2005, 3, 11)).ageBand()).isEqualTo("18-64");
        assertThat(people.essentials(id, LocalDate.of(2005, 3, 12)).ageBand()).isEqualTo("65-74");
        assertThat(people.essentials(id, LocalDate.of(2015, 3, 12)).ageBand()).isEqualTo("75-84");
        assertThat(people.essentials(id, LocalDate.of(2025, 3, 12)))
                .isEqualTo(new People.Essentials("85+", Welsh.PREFERENCE, "newtown"));
    }

    @Test
    void findsTheMarksOfAPersonInTexts() {
        PeopleExamples.Marked marked = examples.personWithMarks(worker);
        for (String mark : marked.marks()) {
            if (mark.startsWith("PSN") || mark.startsWith("Street")) continue;
            assertThat(people.detailsIn(marked.id(), List.of("so " + mark + " is")))
                    .as(mark)
                    .isNotEmpty();
        }
        assertThat(people.detailsIn(marked.id(), List.of("Lives in Newtown"))).isEmpty();
    }

    @Test
    void namesAreGivenById() {
        PersonId id = examples.personOf(worker);
        assertThat(people.names(List.of(id.value()))).isEqualTo(Map.of(id.value(), "Gwen Jones-Parry"));
    }

    /** Seeded faults, each by itself: add, open or list for no team. */
    @Test
    void whoIsOfNoTeamHasNoPeople() {
        PersonRef ref = examples.refOf(worker);
        Actor alone = new Actor(
                worker.userId(),
                worker.name(),
                worker.organisation(),
                worker.organisationName(),
                null,
                worker.roles(),
                null);
        assertThatThrownBy(() -> people.open(alone, ref)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.add(alone, PeopleExamples.details("A", "B")))
                .isInstanceOf(NotFound.class);
    }

    private PersonRef confidential() {
        return people.add(
                worker, protectedBy(PeopleExamples.details("Gwen", "Jones"), true, "A former partner looks for her"));
    }

    private static PersonDetails protectedBy(PersonDetails known, boolean confidential, String reason) {
        return new PersonDetails(
                known.givenName(),
                known.familyName(),
                known.dateOfBirth(),
                known.nhsNumber(),
                known.welsh(),
                "",
                known.address(),
                known.postcode(),
                known.phone(),
                known.keySafe(),
                known.locality(),
                confidential,
                reason);
    }

    private static PersonDetails with(NhsNumber number) {
        PersonDetails known = PeopleExamples.details("Gwen", "Jones");
        return new PersonDetails(
                known.givenName(),
                known.familyName(),
                known.dateOfBirth(),
                Objects.requireNonNull(number),
                known.welsh(),
                "",
                known.address(),
                known.postcode(),
                known.phone(),
                known.keySafe(),
                known.locality(),
                false,
                "");
    }
}
