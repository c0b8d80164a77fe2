package cymru.pontio.providers.capacity;

import static cymru.pontio.providers.capacity.PartOfDay.BED;
import static cymru.pontio.providers.capacity.PartOfDay.LUNCH;
import static cymru.pontio.providers.capacity.PartOfDay.MORNING;
import static cymru.pontio.providers.capacity.PartOfDay.NIGHT;
import static cymru.pontio.providers.capacity.PartOfDay.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.CareOffer.Room;
import cymru.pontio.providers.capacity.Question.Because;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpareTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Slot MORNINGS = new Slot("newtown", MORNING, 1);
    private static final Slot MORNINGS_TWO = new Slot("newtown", MORNING, 2);

    @Test
    void asksNothingWhereTheHoursAreThere() {
        assertThat(spare(TODAY, Map.of(MORNINGS, 210))
                        .question(Map.of(MORNINGS, 210))
                        .because())
                .isEqualTo(Because.ENOUGH);
    }

    @Test
    void asksForOneMinuteMoreThanDeclared() {
        Question question = spare(TODAY, Map.of(MORNINGS, 210)).question(Map.of(MORNINGS, 211));
        assertThat(question.because()).isEqualTo(Because.MORE_THAN_DECLARED);
        assertThat(question.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.left()).isEqualTo(210));
    }

    @Test
    void hoursOfTwoWorkersDoNotStandInForHoursOfOne() {
        Spare spare = spare(TODAY, Map.of(MORNINGS_TWO, 6000));
        assertThat(spare.question(Map.of(MORNINGS, 30)).mustBeAsked()).isTrue();
        assertThat(spare.question(Map.of(new Slot("newtown", LUNCH, 2), 30)).mustBeAsked())
                .isTrue();
        assertThat(spare.question(Map.of(new Slot("brecon", MORNING, 2), 30)).mustBeAsked())
                .isTrue();
    }

    @Test
    void asksWhoHasDeclaredNothingOrForATimeThatIsOver() {
        assertThat(new Spare(null, Map.of(), 0, TODAY)
                        .question(Map.of(MORNINGS, 30))
                        .because())
                .isEqualTo(Because.NOTHING_DECLARED);
        Spare over = spare(TODAY.minusDays(3), Map.of(MORNINGS, 6000), TODAY.minusDays(1));
        assertThat(over.question(Map.of(MORNINGS, 30)).because()).isEqualTo(Because.OUT_OF_DATE);
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() {
        Question question = spare(TODAY, Map.of()).question(Map.of(MORNINGS, 30));
        assertThat(question.answeredBy(new Confirmation(true, question.seen()))).isTrue();
        assertThat(question.answeredBy(new Confirmation(false, question.seen())))
                .isFalse();
        assertThat(question.answeredBy(new Confirmation(true, "6-MORE_THAN_DECLARED")))
                .isFalse();
        assertThat(question.answeredBy(Confirmation.NONE)).isFalse();
    }

    @Test
    void isFreshForFourteenDaysUnlessItWasMeantForFewer() {
        assertThat(Freshness.of(TODAY.minusDays(14), TODAY.plusDays(20), TODAY)).isEqualTo(Freshness.FRESH);
        assertThat(Freshness.of(TODAY.minusDays(15), TODAY.plusDays(20), TODAY)).isEqualTo(Freshness.STALE);
        assertThat(Freshness.of(TODAY.minusDays(2), TODAY, TODAY)).isEqualTo(Freshness.FRESH);
        assertThat(Freshness.of(TODAY.minusDays(2), TODAY.minusDays(1), TODAY)).isEqualTo(Freshness.STALE);
        assertThat(Freshness.of(null, null, TODAY)).isEqualTo(Freshness.NONE);
    }

    @Test
    void sameAsLastTimeIsWhatIsLeftInWholeQuartersAndNeverLessThanNothing() {
        Spare spare = spare(TODAY, Map.of(MORNINGS, 140, MORNINGS_TWO, -30));
        assertThat(spare.again()).containsEntry(MORNINGS, 135).containsEntry(MORNINGS_TWO, 0);
    }

    @Test
    void aCallFallsIntoThePartOfTheDayInWhichItBegins() {
        assertThat(PartOfDay.of(LocalTime.of(5, 59))).isEqualTo(NIGHT);
        assertThat(PartOfDay.of(LocalTime.of(6, 0))).isEqualTo(MORNING);
        assertThat(PartOfDay.of(LocalTime.of(10, 59))).isEqualTo(MORNING);
        assertThat(PartOfDay.of(LocalTime.of(11, 0))).isEqualTo(LUNCH);
        assertThat(PartOfDay.of(LocalTime.of(16, 30))).isEqualTo(TEA);
        assertThat(PartOfDay.of(LocalTime.of(22, 59))).isEqualTo(BED);
        assertThat(PartOfDay.of(LocalTime.of(23, 0))).isEqualTo(NIGHT);
    }

    @Test
    void thePublicLearnsOfRoomOnlyFromFreshFigures() {
        assertThat(AgencyOffers.room(spare(TODAY, Map.of(MORNINGS, 420)), "newtown"))
                .isEqualTo(Room.YES);
        assertThat(AgencyOffers.room(spare(TODAY, Map.of(MORNINGS, 405)), "newtown"))
                .isEqualTo(Room.SOME);
        assertThat(AgencyOffers.room(spare(TODAY, Map.of(MORNINGS, 420)), "brecon"))
                .isEqualTo(Room.ASK);
        assertThat(AgencyOffers.room(spare(TODAY.minusDays(15), Map.of(MORNINGS, 420)), "newtown"))
                .isEqualTo(Room.ASK);
    }

    @Test
    void refusesWhatCannotBeDeclared() {
        assertRefused("capacity.error.quarter", Map.of(MORNINGS, 20), TODAY);
        assertRefused("capacity.error.quarter", Map.of(MORNINGS, -15), TODAY);
        assertRefused("capacity.error.patch", Map.of(new Slot("brecon", MORNING, 1), 15), TODAY);
        assertRefused("capacity.error.twoWorkers", Map.of(MORNINGS_TWO, 15), TODAY);
        assertRefused("capacity.error.until", Map.of(), TODAY.minusDays(1));
        assertRefused("capacity.error.until", Map.of(), TODAY.plusDays(85));
        new Declaration(Map.of(MORNINGS, 15, MORNINGS_TWO, 0), TODAY).check(Set.of("newtown"), false, TODAY);
    }

    private static void assertRefused(String key, Map<Slot, Integer> hours, LocalDate until) {
        assertThatThrownBy(() -> new Declaration(hours, until).check(Set.of("newtown"), false, TODAY))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }

    private static Spare spare(LocalDate declared, Map<Slot, Integer> left) {
        return spare(declared, left, TODAY.plusDays(14));
    }

    private static Spare spare(LocalDate declared, Map<Slot, Integer> left, LocalDate until) {
        return new Spare(
                new Spare.Declared(UUID.randomUUID(), Zone.startOf(declared), "Somebody", until), left, 7, TODAY);
    }
}
