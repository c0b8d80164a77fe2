package cymru.pontio.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Seeded fault: draw once where an embargo gets its reference. */
    @Test
    void isDrawnUntilItIsFreeWhereverOneIsGiven() throws IOException {
        // The adverts' and files' tables say so themselves when a row cannot be added; the county counts.
        Set<String> otherwise = Set.of("Publishing.java", "BundlePublishing.java", "ImportStore.java", "Refs.java");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/cymru/pontio"))) {
            for (Path source :
                    sources.filter(one -> one.toString().endsWith(".java")).toList()) {
                if (otherwise.contains(source.getFileName().toString())
                        || source.toString().endsWith("Ref.java")) continue;
                assertThat(Files.readString(source))
                        .as("%s", source)
                        .doesNotContainPattern("(?<!\\(\\) -> )\\b\\w*Ref(erence)?\\.random\\(");
            }
        }
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
