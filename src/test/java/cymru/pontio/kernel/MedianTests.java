package cymru.pontio.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTests {
    @Test
    void isTheMiddleOne() {
        assertThat(Median.of(List.of(9, 1, 4))).isEqualByComparingTo("4");
        assertThat(Median.of(List.of(7))).isEqualByComparingTo("7");
    }

    /** Seeded fault: the upper of the two. */
    @Test
    void isHalfwayBetweenTheTwoInTheMiddle() {
        assertThat(Median.of(List.of(10, 1, 4, 2))).isEqualByComparingTo("3");
        assertThat(Median.of(List.of(2, 5))).isEqualByComparingTo("3.5");
    }

    @Test
    void isNoughtOfNone() {
        assertThat(Median.of(List.of())).isZero();
    }
}
