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

    private static Formats of(Language language) {
        return new Formats(new StaticMessageSource(), language.locale());
    }
}
