package cymru.pontio.providers.microenterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.providers.microenterprises.FourPeople.Span;
import cymru.pontio.providers.microenterprises.FourPeople.Spell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FourPeopleTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    private final List<Spell> four =
            new ArrayList<>(List.of(spell(0, null), spell(0, null), spell(0, null), spell(0, 10)));

    @Test
    void fourAreAllowed() {
        assertThat(FourPeople.over(four)).isEmpty();
        assertThat(FourPeople.on(DAY, four)).isEqualTo(4);
    }

    /** Seeded fault: let FourPeople.MOST be five. */
    @Test
    void theFifthIsRefusedForTheDaysThereWouldBeFive() {
        four.add(spell(3, 20));
        assertThat(FourPeople.over(four)).contains(new Span(DAY.plusDays(3), DAY.plusDays(10), 5));
        assertThatThrownBy(() -> FourPeople.mustHold(four))
                .isInstanceOfSatisfying(
                        FourPeople.Exceeded.class,
                        refused -> assertThat(refused.args()).containsExactly(DAY.plusDays(3), DAY.plusDays(9)));
    }

    @Test
    void aSingleDayIsSaidAsOne() {
        four.add(spell(9, null));
        assertThatThrownBy(() -> FourPeople.mustHold(four))
                .isInstanceOfSatisfying(
                        FourPeople.Exceeded.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("microenterprises.error.five.day"));
    }

    @Test
    void withoutAnEndInSightNoLastDayIsSaid() {
        four.set(3, spell(0, null));
        four.add(spell(3, null));
        assertThatThrownBy(() -> FourPeople.mustHold(four))
                .isInstanceOfSatisfying(FourPeople.Exceeded.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("microenterprises.error.five.open");
                    assertThat(refused.args()).containsExactly(DAY.plusDays(3));
                });
    }

    @Test
    void aLastDayStillCountsAndTheNextDayIsFree() {
        LocalDate last = DAY.plusDays(9);
        assertThat(FourPeople.on(last, four)).isEqualTo(4);
        assertThat(FourPeople.on(last.plusDays(1), four)).isEqualTo(3);
        four.add(spell(10, null));
        assertThat(FourPeople.over(four)).isEmpty();
        four.set(4, spell(9, null));
        assertThat(FourPeople.over(four)).contains(new Span(last, last.plusDays(1), 5));
    }

    @Test
    void onePersonWithTwoArrangementsIsOnePerson() {
        four.add(new Spell(four.getFirst().person(), new DateRange(DAY, DAY.plusDays(5))));
        assertThat(FourPeople.over(four)).isEmpty();
        assertThat(FourPeople.on(DAY, four)).isEqualTo(4);
    }

    @Test
    void fiveThatNeverMeetAreAllowed() {
        List<Spell> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) five.add(spell(10 * i, 10 * i + 10));
        assertThat(FourPeople.over(five)).isEmpty();
        assertThat(FourPeople.from(DAY, five))
                .containsExactly(new Span(DAY, DAY.plusDays(50), 1), new Span(DAY.plusDays(50), null, 0));
    }

    @Test
    void sixAtOnceAreOneStretch() {
        four.add(spell(2, 8));
        four.add(spell(4, 6));
        assertThat(FourPeople.over(four)).contains(new Span(DAY.plusDays(2), DAY.plusDays(8), 6));
    }

    @Test
    void spansSayWhenAPlaceIsFree() {
        assertThat(FourPeople.from(DAY.plusDays(5), four))
                .containsExactly(new Span(DAY.plusDays(5), DAY.plusDays(10), 4), new Span(DAY.plusDays(10), null, 3));
        assertThat(FourPeople.from(DAY, List.of())).containsExactly(new Span(DAY, null, 0));
    }

    private static Spell spell(int from, @Nullable Integer until) {
        return new Spell(
                UUID.randomUUID(), new DateRange(DAY.plusDays(from), until == null ? null : DAY.plusDays(until)));
    }
}
