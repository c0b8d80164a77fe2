package cymru.pontio.adverts;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.site.DateParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertFormTests {
    @Test
    void defaultWeightsAddUpToAHundred() {
        assertThat(Weights.FIRST.sum()).isEqualTo(100);
        assertThat(Weights.DEFAULT.sum()).isEqualTo(100);
        assertThat(Weights.DEFAULT.inOrder().stream()
                        .mapToInt(Weights.Weight::points)
                        .sum())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "9:05, 2026-11-03T09:05",
        "16.00, 2026-11-03T16:00",
        "00:00, 2026-11-03T00:00",
        "' 7:30 ', 2026-11-03T07:30"
    })
    void readsTimesAsPeopleTypeThem(String typed, String moment) {
        assertThat(WallTyped.moment(new DateParts("3", "11", "2026"), typed)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "7", "7:5", "7:60", "noon", "", "07:30:00", "-1:30"})
    void refusesWhatIsNoTime(String typed) {
        assertThat(WallTyped.moment(new DateParts("3", "11", "2026"), typed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "_",
                "2026-01-01T00:00:00Z",
                "9999-01-01T00:00:00Z_ADV",
                "1e309_x",
                "+999999999-12-31T23:59:59Z_x"
            })
    void whatIsNoCursorBeginsAtTheBeginning(String typed) {
        assertThat(Cursor.parse(typed)).isNull();
    }
}
