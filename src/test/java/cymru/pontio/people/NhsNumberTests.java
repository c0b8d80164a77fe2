package cymru.pontio.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded fault: weights from 9 down instead of from 10. */
class NhsNumberTests {
    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "9434765870", "9990548609", "4010232137"})
    void takesNumbersWhoseLastDigitChecks(String digits) {
        assertThat(NhsNumber.typed(digits)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "9434765918", "943476591", "94347659190", "943476591O", "", "٩٤٣٤٧٦٥٩١٩"})
    void refusesOthers(String typed) {
        assertThat(NhsNumber.typed(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "0000000000", "1111111111"})
    void refusesTenEqualDigitsThoughTheyPassTheSum(String digits) {
        assertThat(NhsNumber.typed(digits)).isEmpty();
    }

    @Test
    void isReadInThreeGroupsAndTypedInAny() {
        assertThat(NhsNumber.typed(" 943 4765-919 ").orElseThrow().shown()).isEqualTo("943 476 5919");
    }

    @Test
    void staysOutOfLogs() {
        assertThat(new NhsNumber("9434765919")).hasToString("NhsNumber");
    }
}
