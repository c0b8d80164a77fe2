package cymru.pontio.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeTests {
    @ParameterizedTest
    @CsvSource({"sy161aa,SY16 1AA", "LD1 5LG,LD1 5LG", " l d 15lg ,LD1 5LG", "ec1a1bb,EC1A 1BB", "M11AE,M1 1AE"})
    void isWrittenInCapitalsWithOneSpace(String typed, String value) {
        assertThat(Postcode.typed(typed)).contains(new Postcode(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SY16", "SY16 1A", "SY16 AAA", "1SY6 1AA", "SY166 1AAA", "SYX6 1AA", "ŷY16 1AA"})
    void refusesWhatIsNone(String typed) {
        assertThat(Postcode.typed(typed)).isEmpty();
    }
}
