package cymru.pontio.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineChartTests {
    /** On paper there is nothing beside the drawing. Seeded fault: two hundred units for a name, whatever its length. */
    @ParameterizedTest
    @ValueSource(strings = {"Agencies", "Enablement hours displaced", "Oriau defnyddwyr yr wythnos"})
    void namesEndWithinTheDrawing(String name) {
        LineChart chart = LineChart.of(
                "care",
                "Headline",
                "",
                "Month",
                List.of("July", "August"),
                List.of(new ChartSeries(name, List.of(1.0, 2.0))),
                value -> "" + value,
                "");
        LineChart.View wide = chart.wide();
        ChartText end = wide.lines().getFirst().name();
        assertThat(end.x() + ChartScale.width(name)).isLessThanOrEqualTo(wide.width());
    }

    /** Seeded faults: label back from the last alone; keep the neighbour of the first. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 11, 13, 24, 25, 37})
    void theFirstAndTheLastHaveTheirLabelsAndNoTwoTouch(int months) {
        List<String> labels =
                IntStream.range(0, months).mapToObj(n -> "Chwef " + (2000 + n)).toList();
        LineChart chart = LineChart.of(
                "care",
                "Headline",
                "",
                "Month",
                labels,
                List.of(new ChartSeries("Hours", Collections.nCopies(months, 1.0))),
                value -> "" + value,
                "");
        for (LineChart.View view : List.of(chart.narrow(), chart.wide())) {
            List<ChartText> shown = view.xLabels();
            assertThat(shown.getFirst().text()).isEqualTo(labels.getFirst());
            assertThat(shown.getLast().text()).isEqualTo(labels.getLast());
            for (int i = 1; i < shown.size(); i++)
                assertThat(shown.get(i).begin()).isGreaterThan(shown.get(i - 1).end());
        }
    }
}
