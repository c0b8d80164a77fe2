package cymru.pontio.people;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.areas.Locality;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDetailsTests {
    private static final List<Locality> LOCALITIES = List.of(
            new Locality("newtown", "Newtown", "Y Drenewydd"),
            new Locality("welshpool", "Welshpool and Montgomery", "Y Trallwng a Threfaldwyn"));

    private final OwnDetails siân = OwnDetails.of(
            new PersonDetails(
                    "Siân",
                    "O’Brien-Llŷr",
                    LocalDate.of(1940, 3, 12),
                    new NhsNumber("9434765919"),
                    Welsh.NEED,
                    "",
                    "Tŷ Gwyn\n14b Long Street\nAber-miwl\nMontgomery, Powys",
                    new Postcode("SY15 6NU"),
                    "01686 123456",
                    "C4521",
                    "newtown",
                    false,
                    ""),
            LOCALITIES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ask Siân first | Siân",
                "SIAN likes tea | SIAN",
                "this is sian. | sian",
                "Siân’s daughter calls | Siân",
                "Mrs O'Brien is deaf | O'Brien",
                "Mrs OBrien is deaf | OBrien",
                "the Llyr family | Llyr",
                "Mrs O’Brien-Llŷr | O’Brien-Llŷr",
                "Mrs O'Brien Llyr | O'Brien Llyr",
                "the house is called ty gwyn, by the church | ty gwyn",
                "calls at 14B long street | 14B long street",
                "calls at 14b, Long St. | 14b, Long St",
                "lives in Long Street | Long Street",
                "in Abermiwl or Aber-miwl | Aber-miwl",
                "near sy15 6nu there | sy15 6nu",
                "near SY156NU there | SY156NU",
                "ring 01686123456 | 01686123456",
                "ring 016 8612 3456 at night | 016 8612 3456",
                "ring (01686) 123-456 | 01686) 123-456",
                "ring +44 1686 123456 | +44 1686 123456",
                "ring 123456 | 123456",
                "ring 123 456 at night | 123 456",
                "NHS 943 476 5919 | 943 476 5919",
                "NHS 9434765919 | 9434765919",
                "NHS 943-476-5919 | 943-476-5919",
                "the key safe is c4521 | c4521",
                "born 12/03/1940 | 12/03/1940",
                "born 12.3.40 | 12.3.40",
                "born 12-03-40 | 12-03-40",
                "born 1940-03-12 | 1940-03-12",
                "born 12 March 1940 | 12 March 1940",
                "born on the 12th of March 1940 | 12th of March 1940",
                "born March 12, 1940 | March 12, 1940",
                "ganwyd 12 Mawrth 1940 | 12 Mawrth 1940",
                "ganwyd ar y 12fed o Fawrth 1940 | 12fed o Fawrth 1940",
                "born 12 Mar 40 | 12 Mar 40",
                "born 12th Mar ’40 | 12th Mar ’40",
                "the twelfth of March 1940 | twelfth of March 1940",
                "her day is the twelfth of March | twelfth of March",
                "March the twelfth | March the twelfth",
                "ar y deuddegfed o Fawrth | deuddegfed o Fawrth",
                "deuddegfed o Fawrth 1940 | deuddegfed o Fawrth 1940"
            })
    void findsADetailHoweverItIsWritten(String text, String phrase) {
        assertThat(siân.in(List.of(text))).containsExactly(phrase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Siani and Brienne and llyrs",
                "Somebody in Montgomery, Powys, near Newtown",
                "14 long visits a week, 12 in March",
                "a white house (gwyn) on the street",
                "94347659190 and 19434765919",
                "SY15 6NUX and SSY15 6NU",
                "12 March 1941 and 11/03/1940 and 112/03/1940",
                "Care starts on 12 March; the twelfth of March 2030; the deuddegfed o Fawrth, 2030",
                "the twenty twelfth of March and the second of March and the twelfth call",
                "45210",
                ""
            })
    void leavesOtherWordsAlone(String text) {
        assertThat(siân.in(List.of(text))).isEmpty();
    }

    /** Seeded fault: take each word of a longer number for a day of its own, so that the twenty-third is the third. */
    @Test
    void tellsTheTwentyThirdFromTheThird() {
        OwnDetails other = OwnDetails.of(
                new PersonDetails(
                        "Bo", "Li", LocalDate.of(1940, 3, 3), null, Welsh.NO, "", "", null, "", "", null, false, ""),
                LOCALITIES);
        assertThat(other.in(List.of(
                        "the twenty-third of March", "y trydydd ar hugain o Fawrth", "Mawrth y trydydd ar ddeg")))
                .isEmpty();
        assertThat(other.in(List.of("the third of March", "y trydydd o Fawrth")))
                .containsExactly("third of March", "trydydd o Fawrth");
    }

    @Test
    void findsNamesWithAccentsWrittenApartAndHiddenBySoftHyphens() {
        assertThat(siân.in(List.of("Sia\u0302n", "Si\u00ADân"))).containsExactly("Sia\u0302n", "Si\u00ADân");
    }

    @Test
    void namesEachPhraseOnceInItsOrderOverAllTexts() {
        assertThat(siân.in(List.of("12/03/1940 Siân", "Siân, SY15 6NU")))
                .containsExactly("12/03/1940", "Siân", "SY15 6NU");
    }

    @Test
    void findsNothingOfAPersonOfWhomLittleIsKnown() {
        OwnDetails nobody = OwnDetails.of(
                new PersonDetails(
                        "Bo", "Li", LocalDate.of(1950, 1, 1), null, Welsh.NO, "", "", null, "", "", null, false, ""),
                LOCALITIES);
        assertThat(nobody.in(List.of("two visits a day, 30 minutes"))).isEmpty();
        assertThat(nobody.in(List.of("Bo likes Li"))).containsExactly("Bo", "Li");
    }
}
