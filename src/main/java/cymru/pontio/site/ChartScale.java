package cymru.pontio.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** What both kinds of chart share: the values axis from zero, rounding of coordinates, widths of text. */
final class ChartScale {

    static final int MAX_SERIES = 4;
    private static final double CHARACTER = 8.7;

    private ChartScale() {}

    static void check(List<String> labels, List<ChartSeries> series) {
        if (series.isEmpty() || series.size() > MAX_SERIES) {
            throw new IllegalArgumentException("A chart shows 1 to " + MAX_SERIES + " series, not " + series.size());
        }
        for (ChartSeries one : series) {
            if (one.values().size() != labels.size()) {
                throw new IllegalArgumentException("Series " + one.name() + " has "
                        + one.values().size() + " values for " + labels.size() + " labels");
            }
            for (Double value : one.values()) {
                if (value != null && (value < 0 || !Double.isFinite(value))) {
                    throw new IllegalArgumentException("Series " + one.name() + " has the value " + value);
                }
            }
        }
    }

    static double largest(List<ChartSeries> series) {
        double largest = 0;
        for (ChartSeries one : series) {
            for (Double value : one.values()) {
                if (value != null) {
                    largest = Math.max(largest, value);
                }
            }
        }
        return largest;
    }

    /** Ticks at round numbers from zero up to the first one that is not below the largest value. */
    static List<Double> ticks(double largest) {
        if (largest <= 0) {
            return List.of(0d, 1d);
        }
        double rough = largest / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (rough <= factor * power * 1.0000001) {
                step = factor * power;
                break;
            }
        }
        if (largest >= 2 && step < 1) {
            step = 1;
        }
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; ticks.isEmpty() || ticks.getLast() < largest * 0.9999999; i++) {
            ticks.add(Math.round(i * step * 1e6) / 1e6);
        }
        return ticks;
    }

    static double round(double coordinate) {
        return Math.round(coordinate * 10) / 10d;
    }

    static double width(String text) {
        return text.length() * CHARACTER;
    }

    static double widest(List<String> texts) {
        return texts.stream().mapToDouble(ChartScale::width).max().orElse(0);
    }

    static ChartTable table(
            String first, List<String> labels, List<ChartSeries> series, DoubleFunction<String> format) {
        List<String> head = new ArrayList<>();
        head.add(first);
        series.forEach(one -> head.add(one.name()));
        List<ChartTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (ChartSeries one : series) {
                Double value = one.values().get(i);
                cells.add(value == null ? "–" : format.apply(value));
            }
            rows.add(new ChartTable.Row(labels.get(i), List.copyOf(cells)));
        }
        return new ChartTable(List.copyOf(head), List.copyOf(rows));
    }
}
