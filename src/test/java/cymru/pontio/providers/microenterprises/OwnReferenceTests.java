package cymru.pontio.providers.microenterprises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnReferenceTests {
    @ParameterizedTest
    @ValueSource(strings = {"p1", "P-1", "P 01", "P001", " P1 "})
    void isTheSameHoweverItIsTyped(String typed) {
        assertThat(OwnReference.typed(typed)).contains(new OwnReference("P1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gwenllian",
                "Mrs Evans",
                "G Evans",
                "943 476 5919",
                "9434765919",
                "01597 826000",
                "07700900123",
                "gwen@example.org",
                "P",
                "1",
                "P0",
                "P1234",
                "ABC1",
                "12/03/1940",
                "SY16 1AA",
                "Ŵ1",
                "",
                "P1\u0000",
                "<b>P1</b>"
            })
    void isNoNameAndNoNumberThatMeansSomethingElsewhere(String typed) {
        assertThat(OwnReference.typed(typed)).isEmpty();
    }

    @Test
    void keepsUpToThreeDigits() {
        assertThat(OwnReference.typed("ab100")).contains(new OwnReference("AB100"));
    }
}
