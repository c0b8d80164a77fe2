package cymru.pontio.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTests {
    @Test
    void aShareIsOfAHundredToOnePlaceHalfUp() {
        assertThat(share(1, 8).percent()).isEqualByComparingTo("12.5");
        assertThat(share(2, 3).percent()).isEqualByComparingTo("66.7");
        assertThat(share(1, 16).percent()).isEqualByComparingTo("6.3");
    }

    @Test
    void noneOfNothingIsNoShare() {
        assertThat(share(0, 0).percent()).isNull();
    }

    /** Seeded fault: take 4 as the fewest. */
    @Test
    void fewerThanFiveCasesAreFewAndNoneIsNot() {
        assertThat(share(1, 4).few()).isTrue();
        assertThat(share(1, 5).few()).isFalse();
        assertThat(share(0, 0).few()).isFalse();
    }

    @Test
    void peopleAreFewWhereManyCasesAreThoseOfFewPeople() {
        Figure figure = new Figure(Measure.PEOPLE_SUPPORTED, 90, 0, 0, 0, 3, null, null, null, null);
        assertThat(figure.few()).isTrue();
    }

    private static Figure share(long met, long cases) {
        return new Figure(Measure.STARTED_ON_TIME, cases, met, 0, 0, 0, null, null, null, null);
    }
}
