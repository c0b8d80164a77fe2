package cymru.pontio.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
