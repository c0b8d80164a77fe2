package cymru.pontio.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A named series of a chart. A null among the values is a gap. The name arrives translated. */
public record ChartSeries(String name, List<Double> values) {

    public ChartSeries {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static ChartSeries of(String name, List<? extends Number> numbers) {
        List<Double> values = new ArrayList<>();
        for (Number number : numbers) {
            values.add(number == null ? null : number.doubleValue());
        }
        return new ChartSeries(name, values);
    }
}
