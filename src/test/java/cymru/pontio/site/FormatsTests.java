package cymru.pontio.site;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class FormatsTests {
    private record Place(String nameEn, String nameCy) implements TwoNames {}

    private static final List<Place> PLACES = List.of(
            new Place("Welshpool", "Y Trallwng"),
            new Place("Chirk", "Chwilog"),
            new Place("Lampeter", "Llanbedr"),
            new Place("Lower Town", "Lôn Isaf"),
            new Place("Cymer", "Cymer"));

    /** Seeded fault: let the number have the sign. */
    @Test
    void whatIsOwedBackHasItsSignBeforeThePound() {
        assertThat(of(Language.en).money(Money.of("-1158.25"))).isEqualTo("-£1,158.25");
        assertThat(of(Language.cy).money(Money.of("0.00"))).isEqualTo("£0.00");
    }

    /** Ch comes after c and ll after l. Seeded fault: sort by code points, and both come before. */
    @Test
    void listsComeInTheReadersAlphabet() {
        assertThat(of(Language.cy).inAlphabet(PLACES))
                .extracting(Place::nameCy)
                .containsExactly("Cymer", "Chwilog", "Lôn Isaf", "Llanbedr", "Y Trallwng");
        assertThat(of(Language.en).inAlphabet(PLACES))
                .extracting(Place::nameEn)
                .containsExactly("Chirk", "Cymer", "Lampeter", "Lower Town", "Welshpool");
    }

    /** A third of an hour is no figure for a family. */
    @Test
    void timeIsSaidToTheMinute() {
        assertThat(of(Language.en).span(20)).isEqualTo("20 minutes");
        assertThat(of(Language.en).span(1)).isEqualTo("1 minute");
        assertThat(of(Language.en).span(0)).isEqualTo("0 minutes");
        assertThat(of(Language.en).span(180)).isEqualTo("3 hours");
        assertThat(of(Language.en).span(200)).isEqualTo("3 hours, 20 minutes");
        assertThat(of(Language.cy).span(200)).isEqualTo("3 awr, 20 munud");
        assertThat(of(Language.cy).span(122)).isEqualTo("2 awr, 2 funud");
    }

    private static Formats of(Language language) {
        return new Formats(new StaticMessageSource(), language.locale());
    }
}
