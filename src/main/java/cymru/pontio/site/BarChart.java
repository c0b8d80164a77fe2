package cymru.pontio.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Horizontal bars from zero, ready to be drawn by the template shared/chart: all coordinates are computed here, all
 * words arrive translated. Each bar carries its value, and its series where there is more than one.
 */
public record BarChart(
        String id, String headline, String subtitle, View wide, View narrow, ChartTable table, String csvUrl) {

    /** The drawing for one width, in the coordinates of a view box of this width and height. */
    public record View(int width, int height, String axis, List<ChartText> labels, List<Bar> bars) {}

    public record Bar(int number, double x, double y, double width, double height, ChartText value) {}

    private static final double BAR = 22;
    private static final double GAP = 4;
    private static final double BETWEEN = 14;

    /**
     * @param id unique on the page, letters, digits and hyphens
     * @param labelName what the labels are, heading of the first column of the table
     * @param labels one for each group of bars, from top to bottom
     * @param format shows a value, at the bar and in the table
     * @param csvUrl where the same numbers can be downloaded, or null
     */
    public static BarChart of(
            String id,
            String headline,
            String subtitle,
            String labelName,
            List<String> labels,
            List<ChartSeries> series,
            DoubleFunction<String> format,
            String csvUrl) {
        ChartScale.check(labels, series);
        return new BarChart(
                id,
                headline,
                subtitle,
                view(560, labels, series, format),
                view(288, labels, series, format),
                ChartScale.table(labelName, labels, series, format),
                csvUrl);
    }

    private static View view(int width, List<String> labels, List<ChartSeries> series, DoubleFunction<String> format) {
        double labelWidth = ChartScale.widest(labels) + 12;
        boolean beside = width > 400 && labelWidth <= 220;
        double left = beside ? labelWidth : 1;
        double valueWidth = 0;
        for (ChartSeries one : series) {
            for (Double value : one.values()) {
                valueWidth = Math.max(valueWidth, ChartScale.width(text(one, series.size(), value, format)));
            }
        }
        double room = Math.max(40, width - left - valueWidth - 12);
        double largest = Math.max(ChartScale.largest(series), Double.MIN_NORMAL);

        List<ChartText> texts = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        double y = 2;
        for (int i = 0; i < labels.size(); i++) {
            double block = series.size() * (BAR + GAP) - GAP;
            if (beside) {
                texts.add(new ChartText(
                        ChartScale.round(left - 10), ChartScale.round(y + block / 2 + 5.5), "end", labels.get(i)));
            } else {
                texts.add(new ChartText(8, ChartScale.round(y + 15), "start", labels.get(i)));
                y += 22;
            }
            for (int s = 0; s < series.size(); s++) {
                Double value = series.get(s).values().get(i);
                double length = value == null ? 0 : ChartScale.round(room * value / largest);
                bars.add(new Bar(
                        s + 1,
                        ChartScale.round(left),
                        ChartScale.round(y),
                        length,
                        BAR,
                        new ChartText(
                                ChartScale.round(left + length + 6),
                                ChartScale.round(y + 16.5),
                                "start",
                                text(series.get(s), series.size(), value, format))));
                y += BAR + GAP;
            }
            y += BETWEEN - GAP;
        }
        int height = (int) Math.ceil(y);
        return new View(width, height, "M" + ChartScale.round(left) + " 0V" + (height - 6), texts, bars);
    }

    private static String text(ChartSeries series, int count, Double value, DoubleFunction<String> format) {
        String number = value == null ? "–" : format.apply(value);
        return count == 1 ? number : series.name() + " " + number;
    }
}
