package cymru.pontio.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceTests {
    /** Seeded fault: take the first that is drawn. */
    @Test
    void isDrawnAgainUntilItIsFree() {
        Iterator<String> drawn =
                List.of("PKG-0000-A", "PKG-0001-B", "PKG-0002-C").iterator();
        assertThat(Reference.free(drawn::next, Set.of("PKG-0000-A", "PKG-0001-B")::contains))
                .isEqualTo("PKG-0002-C");
    }

    @Test
    void isReadWhateverItsCaseAndSpacesAndRefusedWithASlip() {
        Random random = new Random(7);
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String ref = Reference.random("PKG", random);
            all.add(ref);
            assertThat(Reference.parse("PKG", " " + ref.toLowerCase(java.util.Locale.ROOT) + " "))
                    .isEqualTo(ref);
            char last = ref.charAt(ref.length() - 1);
            String slip = ref.substring(0, ref.length() - 1) + (last == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> Reference.parse("PKG", slip)).isInstanceOf(NotFound.class);
        }
        assertThat(all).hasSizeGreaterThan(95);
    }
}
