package cymru.pontio.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTests {
    @ParameterizedTest
    @ValueSource(strings = {"7:30", "07:30", "7.30", " 07.30 ", "7 30", "730", "0730"})
    void readsHalfPastSeven(String typed) {
        assertThat(TypedTime.of(typed)).contains(LocalTime.of(7, 30));
    }

    /** Seeded fault: look at the figures alone, which makes five past one of 10:5. */
    @ParameterizedTest
    @ValueSource(
            strings = {"10:5", "1.005", "1:2:3:4", "07::30", "24:00", "7:60", "7", "30", "", "-7:30", "٧:٣٠", "7:30am"})
    void asksAgainForWhatCouldBeReadInTwoWays(String typed) {
        assertThat(TypedTime.of(typed)).isEmpty();
    }
}
