package cymru.pontio.providers.microenterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.microenterprises.MicroExamples.Micro;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Four people in personal care at most, whoever asks, in the door and in the database. */
@PontioTest
class ArrangementTests {
    @Autowired
    County county;

    @Autowired
    MicroExamples examples;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Register register;

    @Autowired
    Grants grants;

    @Autowired
    Networks networks;

    @Autowired
    MicroEnterprises door;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Micro micro;
    private LocalDate today;

    @BeforeEach
    void listed() {
        micro = examples.listed(county);
        today = examples.today();
    }

    /** Seeded fault: let FourPeople.MOST be five. */
    @Test
    void theFifthIsRefusedToTheCouncilToItselfAndToOtherRooms() {
        examples.helps(county, micro, 4);
        for (Actor who : List.of(county.commissioner(), county.dpAdviser(), micro.manager())) {
            assertThatThrownBy(() -> examples.helps(who, micro, "P5", true, today, null))
                    .isInstanceOf(FourPeople.Exceeded.class);
        }
        assertThatThrownBy(() -> takeOn(UUID.randomUUID(), true)).isInstanceOf(FourPeople.Exceeded.class);
        assertThat(inPersonalCare()).isEqualTo(4);
        assertThat(jdbc.sql("select count(*) from providers.micro_person where provider_id = ?")
                        .param(micro.id())
                        .query(Integer.class)
                        .single())
                .as("nothing half done")
                .isEqualTo(4);
    }

    @Test
    void wellBeingIsNotCounted() {
        examples.helps(county, micro, 4);
        for (int i = 5; i < 12; i++) examples.helps(county.dpAdviser(), micro, "W" + i, false, today, null);
        MicroView view = register.view(county.dpAdviser(), micro.ref());
        assertThat(view.personalCare()).isEqualTo(4);
        assertThat(view.others()).isEqualTo(7);
        assertThat(view.full()).isTrue();
        takeOn(UUID.randomUUID(), false);
    }

    @Test
    void changingToPersonalCareIsCounted() {
        examples.helps(county, micro, 4);
        examples.helps(county.dpAdviser(), micro, "W1", false, today, null);
        UUID wellBeing = of("W1").getFirst().id();
        assertThatThrownBy(
                        () -> arrangements.change(county.dpAdviser(), micro.ref(), wellBeing, true, today.plusDays(3)))
                .isInstanceOf(FourPeople.Exceeded.class);
        assertThat(of("W1"))
                .singleElement()
                .satisfies(one -> assertThat(one.lastDay()).isNull());
        arrangements.change(county.dpAdviser(), micro.ref(), of("P1").getFirst().id(), false, today.plusDays(3));
        arrangements.change(county.dpAdviser(), micro.ref(), wellBeing, true, today.plusDays(3));
        assertThat(of("W1")).extracting(Arrangement::personalCare).containsExactlyInAnyOrder(false, true);
        assertThat(FourPeople.on(today.plusDays(3), spells())).isEqualTo(4);
    }

    @Test
    void anEndTodayFreesAPlaceTomorrow() {
        examples.helps(county, micro, 4);
        arrangements.end(micro.manager(), micro.ref(), of("P1").getFirst().id(), today);
        assertThatThrownBy(() -> examples.helps(micro.manager(), micro, "P5", true, today, null))
                .isInstanceOfSatisfying(
                        FourPeople.Exceeded.class,
                        refused -> assertThat(refused.args()).containsExactly(today, today));
        examples.helps(micro.manager(), micro, "P5", true, today.plusDays(1), null);
    }

    @Test
    void aLaterLastDayIsCountedAnew() {
        examples.helps(county, micro, 4);
        UUID first = of("P1").getFirst().id();
        arrangements.end(micro.manager(), micro.ref(), first, today.plusDays(4));
        examples.helps(micro.manager(), micro, "P5", true, today.plusDays(5), null);
        assertThatThrownBy(() -> arrangements.end(micro.manager(), micro.ref(), first, today.plusDays(5)))
                .isInstanceOf(FourPeople.Exceeded.class);
        assertThatCode(() -> arrangements.end(micro.manager(), micro.ref(), first, today.plusDays(3)))
                .doesNotThrowAnyException();
    }

    /** Seeded faults: each of the questions left out. */
    @Test
    void whatIsOverStaysAndAChangeLiesWithinItsDays() {
        Arrangement over = spell(today.minusDays(9), today);
        assertBroken(() -> over.endedOn(today, today), "over");
        assertBroken(() -> over.changedFrom(today.minusDays(5), false, today), "over");
        Arrangement on = spell(today.minusDays(1), today.plusDays(1));
        assertBroken(() -> on.endedOn(today.minusDays(2), today), "endBeforeStart");
        assertBroken(() -> on.changedFrom(today, true, today), "already");
        assertBroken(() -> on.changedFrom(today.minusDays(2), false, today), "changeOutside");
        assertBroken(() -> on.changedFrom(today.plusDays(1), false, today), "changeOutside");
        assertThat(on.changedFrom(today, false, today)).isEqualTo(new DateRange(today, today.plusDays(1)));
    }

    private static Arrangement spell(LocalDate from, LocalDate until) {
        UUID who = Ids.next();
        return new Arrangement(
                Ids.next(), who, who, "P1", false, true, new DateRange(from, until), null, null, "Somebody");
    }

    /** Seeded faults: leave the question out of Arrangements.held, Grants.apply and Networks.join. */
    @Test
    void nothingIsAddedToOneThatHasEnded() {
        UUID network = networks.found(county.dpAdviser(), "Rhwydwaith " + Ids.next());
        register.step(county.commissioner(), micro.ref(), Verb.END, "Has moved away");
        assertBroken(() -> examples.helps(county.dpAdviser(), micro, "P1", true, today, null), "ended");
        assertBroken(
                () -> grants.apply(
                        county.dpAdviser(), micro.ref(), Money.of("10"), Grant.Purpose.INSURANCE, "A year's cover"),
                "ended");
        assertBroken(() -> networks.join(county.dpAdviser(), network, micro.ref(), today), "ended");
    }

    private static void assertBroken(Runnable verb, String why) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("microenterprises.error." + why));
    }

    @Test
    void onePersonCountsOnce() {
        examples.helps(county, micro, 4);
        examples.helps(micro.manager(), micro, "P-04", true, today, today.plusDays(30));
        assertThat(inPersonalCare()).isEqualTo(4);
    }

    @Test
    void whatWasRecordedByMistakeNeverCounted() {
        examples.helps(county, micro, 4);
        arrangements.strike(micro.manager(), micro.ref(), of("P2").getFirst().id());
        examples.helps(micro.manager(), micro, "P5", true, today, null);
        assertThat(inPersonalCare()).isEqualTo(4);
    }

    @Test
    void aPersonOfAPlacementCanBeSomebodyKnown() {
        examples.helps(county, micro, 3);
        UUID person = UUID.randomUUID();
        takeOn(person, true);
        assertThat(inPersonalCare()).isEqualTo(4);
        UUID hand = of("P3").getFirst().who();
        UUID placed = arrangements.of(county.dpAdviser(), micro.ref()).arrangements().stream()
                .filter(Arrangement::ofPlacement)
                .findFirst()
                .orElseThrow()
                .who();
        assertThatThrownBy(() -> arrangements.same(micro.manager(), micro.ref(), hand, placed))
                .isInstanceOf(NotFound.class);
        arrangements.same(county.dpAdviser(), micro.ref(), hand, placed);
        assertBroken(() -> arrangements.same(county.dpAdviser(), micro.ref(), hand, placed), "sameAlready");
        assertThat(inPersonalCare()).isEqualTo(3);
        examples.helps(micro.manager(), micro, "P9", true, today, null);
        assertThatThrownBy(() -> arrangements.apart(county.dpAdviser(), micro.ref(), hand))
                .isInstanceOf(FourPeople.Exceeded.class);
        takeOn(person, true);
        assertThat(inPersonalCare()).isEqualTo(4);
    }

    @Test
    void aPlacementThatIsTakenBackFreesItsPlace() {
        examples.helps(county, micro, 3);
        UUID source = takeOn(UUID.randomUUID(), true);
        transaction.executeWithoutResult(done -> door.release(county.commissioner(), micro.id(), source, today));
        assertThat(inPersonalCare()).isEqualTo(3);
        takeOn(UUID.randomUUID(), true);
    }

    @Test
    void onlyAListedOneTakesTheCouncilsPeople() {
        register.step(county.commissioner(), micro.ref(), Verb.PAUSE, "On holiday");
        assertThatThrownBy(() -> takeOn(UUID.randomUUID(), false))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("microenterprises.error.notListed"));
        assertThatCode(() -> examples.helps(micro.manager(), micro, "P1", true, today, null))
                .as("private clients are told all the same")
                .doesNotThrowAnyException();
    }

    @Test
    void othersFindNothing() {
        Micro other = examples.listed(county);
        for (Actor who : List.of(other.manager(), county.providerA(), county.broker(), county.socialWorker())) {
            assertThatThrownBy(() -> arrangements.of(who, micro.ref())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> examples.helps(who, micro, "P1", false, today, null))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void whatComesFromAPlacementIsTheCouncilsToEnd() {
        takeOn(UUID.randomUUID(), true);
        UUID id = arrangements
                .of(micro.manager(), micro.ref())
                .arrangements()
                .getFirst()
                .id();
        assertThatThrownBy(() -> arrangements.end(micro.manager(), micro.ref(), id, today))
                .isInstanceOf(NotFound.class);
        arrangements.end(county.commissioner(), micro.ref(), id, today);
    }

    @RepeatedTest(5)
    void twoScreensAtOnceAddOneFourthPerson() throws Exception {
        examples.helps(county, micro, 3);
        List<Object> ends = race(
                () -> {
                    examples.helps(county.dpAdviser(), micro, "P8", true, today, null);
                    return "added";
                },
                () -> {
                    examples.helps(micro.manager(), micro, "P9", true, today, null);
                    return "added";
                });
        assertThat(ends).filteredOn("added"::equals).hasSize(1);
        assertThat(ends).filteredOn(FourPeople.Exceeded.class::isInstance).hasSize(1);
        assertThat(inPersonalCare()).isEqualTo(4);
    }

    /** Straight into the table, past the door and its lock. Seeded fault: count to five in the trigger. */
    @RepeatedTest(5)
    void twoRowsAtOnceAreOneTooManyForTheDatabase() throws Exception {
        examples.helps(county, micro, 3);
        List<Object> ends = race(() -> insert("X1", null), () -> insert("X2", null));
        assertThat(ends).filteredOn("added"::equals).hasSize(1);
        assertThat(ends)
                .filteredOn(DataIntegrityViolationException.class::isInstance)
                .singleElement()
                .satisfies(lost -> assertThat(lost.toString()).contains("more than four people"));
        assertThat(inPersonalCare()).isEqualTo(4);
    }

    /** Seeded fault: count to five in the trigger. */
    @Test
    void theDatabaseRefusesTheFifthEachWay() {
        examples.helps(county, micro, 4);
        assertThatThrownBy(() -> insert("X1", null)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insert("X1", today.plusDays(9))).isInstanceOf(DataIntegrityViolationException.class);
        examples.helps(county.dpAdviser(), micro, "W1", false, today, null);
        assertThatThrownBy(() -> jdbc.sql("update providers.micro_arrangement set personal_care = true where id = ?")
                        .param(of("W1").getFirst().id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into providers.micro_person (id, provider_id, reference) values (?, ?, ?)")
                        .params(Ids.next(), micro.id(), "Gwenllian")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private UUID takeOn(UUID person, boolean personalCare) {
        UUID source = Ids.next();
        transaction.executeWithoutResult(done -> door.takeOn(
                county.broker(),
                micro.id(),
                new MicroEnterprises.Undertaking(person, personalCare, today, null, source, "PLC-TEST-0")));
        return source;
    }

    private String insert(String reference, @Nullable LocalDate until) {
        transaction.executeWithoutResult(done -> {
            UUID who = Ids.next();
            jdbc.sql("insert into providers.micro_person (id, provider_id, reference) values (?, ?, ?)")
                    .params(who, micro.id(), reference)
                    .update();
            jdbc.sql("""
                    insert into providers.micro_arrangement (id, provider_id, who, personal_care, from_day, until_day,
                        recorded_at, recorded_by, recorded_name)
                    values (:id, :micro, :who, true, :from, :until, clock_timestamp(), :by, 'Test')""")
                    .param("id", Ids.next())
                    .param("micro", micro.id())
                    .param("who", who)
                    .param("from", today)
                    .param("until", until)
                    .param("by", UUID.randomUUID())
                    .update();
        });
        return "added";
    }

    private List<Arrangement> of(String reference) {
        return arrangements.of(county.dpAdviser(), micro.ref()).arrangements().stream()
                .filter(one -> reference.equals(one.reference()))
                .toList();
    }

    private List<FourPeople.Spell> spells() {
        return arrangements.of(county.dpAdviser(), micro.ref()).arrangements().stream()
                .filter(Arrangement::personalCare)
                .map(Arrangement::spell)
                .toList();
    }

    private int inPersonalCare() {
        return register.view(county.dpAdviser(), micro.ref()).personalCare();
    }

    private static List<Object> race(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Object> ends = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> both = new ArrayList<>();
            for (Callable<?> verb : List.of(one, other)) both.add(threads.submit(() -> end(start, verb)));
            for (Future<Object> end : both) ends.add(end.get());
        }
        return ends;
    }

    private static Object end(CyclicBarrier start, Callable<?> verb) throws Exception {
        start.await();
        try {
            return verb.call();
        } catch (RuleBroken | DataIntegrityViolationException refused) {
            return refused;
        }
    }
}
