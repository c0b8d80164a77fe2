package cymru.pontio.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTests {
    /** The published figures of August 2025 against September 2023. Seeded fault: round the percentage before speaking it. */
    @ParameterizedTest
    @CsvSource({
        "6794, 9368, up, 38, 37.9",
        "471, 609, up, 29, 29.3",
        "109, 47, down, 57, -56.9",
        "471, 610, up, 30, 29.5"
    })
    void saysWhatTheCouncilPublished(long before, long after, String direction, long spoken, BigDecimal percent) {
        Change change = new Change(before, after);
        assertThat(change.direction()).isEqualTo(direction);
        assertThat(change.spoken()).isEqualTo(spoken);
        assertThat(change.percent()).isEqualTo(percent);
    }

    @Test
    void hasNoPercentageFromNothing() {
        assertThat(new Change(0, 40).direction()).isEqualTo("new");
        assertThat(new Change(0, 40).percent()).isNull();
        assertThat(new Change(0, 0).direction()).isEqualTo("same");
        assertThat(new Change(0, 0).percent()).isZero();
    }

    @Test
    void saysASlightChangeWithoutAPercentage() {
        assertThat(new Change(1000, 1004).spokenDirection()).isEqualTo("slightlyUp");
        assertThat(new Change(1000, 996).spokenDirection()).isEqualTo("slightlyDown");
        assertThat(new Change(1000, 1005).spokenDirection()).isEqualTo("up");
        assertThat(new Change(0, 40).spokenDirection()).isEqualTo("new");
        assertThat(new Change(7, 7).spokenDirection()).isEqualTo("same");
    }
}
