package cymru.pontio.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasureControllerTests {
    /** The next page begins after a reference, so both of its providers stand on one. Seeded fault: cut after fifty. */
    @Test
    void aPageNeverEndsWithinAPackage() {
        List<Measures.Case> all = IntStream.range(0, 51).mapToObj(this::one).toList();
        assertThat(MeasureController.page(all)).hasSize(50);
        assertThat(MeasureController.page(all.subList(0, 50))).hasSize(50);
        List<Measures.Case> shared =
                Stream.concat(all.stream().limit(50), Stream.of(one(49))).collect(Collectors.toList());
        assertThat(MeasureController.page(shared)).hasSize(49);
    }

    private Measures.Case one(int n) {
        return new Measures.Case("PKG-%02d".formatted(n), "", "", null, 1, 1, 0, 0, null, null);
    }
}
