package cymru.pontio.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * A line chart ready to be drawn by the template shared/chart: all coordinates are computed here, all words arrive
 * translated. The values axis starts at zero. Series differ by dash pattern and marker as well as by colour.
 */
public record LineChart(
        String id,
        String headline,
        String subtitle,
        View wide,
        View narrow,
        List<Key> keys,
        ChartTable table,
        String csvUrl) {

    /** The drawing for one width. Paths are in the coordinates of a view box of this width and height. */
    public record View(
            int width,
            int height,
            String grid,
            String axis,
            List<ChartText> yLabels,
            List<ChartText> xLabels,
            List<Line> lines) {}

    /** One series; the name is null where the key above the drawing names it. */
    public record Line(int number, String path, String dash, String markers, ChartText name) {}

    /** An entry of the key that narrow screens show in place of names at the ends of the lines. */
    public record Key(int number, String name, String dash, String marker) {}

    private static final List<String> DASHES = List.of("none", "9 6", "2 6", "14 5 2 5");
    private static final int LINE_HEIGHT = 20;

    /** Between two labels of the x axis. */
    private static final double GAP = 14;

    /** Names at the ends of the lines take no more than this share of the width. */
    private static final double MOST_FOR_NAMES = 0.45;

    /**
     * @param id unique on the page, letters, digits and hyphens
     * @param labelName what the labels are, heading of the first column of the table
     * @param labels along the x axis, in order
     * @param format shows a value, on the axis and in the table
     * @param csvUrl where the same numbers can be downloaded, or null
     */
    public static LineChart of(
            String id,
            String headline,
            String subtitle,
            String labelName,
            List<String> labels,
            List<ChartSeries> series,
            DoubleFunction<String> format,
            String csvUrl) {
        ChartScale.check(labels, series);
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            keys.add(new Key(i + 1, series.get(i).name(), DASHES.get(i), marker(i, 22, 8)));
        }
        return new LineChart(
                id,
                headline,
                subtitle,
                view(560, 320, true, labels, series, format),
                view(288, 260, false, labels, series, format),
                List.copyOf(keys),
                ChartScale.table(labelName, labels, series, format),
                csvUrl);
    }

    /** The last, the first, and back from the last by even steps what touches neither. */
    private static List<ChartText> xLabels(List<String> labels, double left, double right, int width, double y) {
        double room = ChartScale.widest(labels) + GAP;
        int most = Math.max(2, (int) Math.floor((right - left) / room) + 1);
        int last = labels.size() - 1;
        int every = Math.max(1, (int) Math.ceil(last / (double) (most - 1)));
        List<ChartText> kept = new ArrayList<>();
        IntStream.concat(IntStream.of(last, 0), IntStream.iterate(last - every, i -> i > 0, i -> i - every))
                .filter(i -> i >= 0 && i <= last)
                .forEach(i -> {
                    double x = x(i, labels.size(), left, right);
                    double half = ChartScale.width(labels.get(i)) / 2;
                    String anchor = x + half > width ? "end" : x - half < 0 ? "start" : "middle";
                    ChartText label = new ChartText(x, y, anchor, labels.get(i));
                    if (kept.stream().noneMatch(label::touches)) kept.add(label);
                });
        kept.sort(Comparator.comparingDouble(ChartText::x));
        return kept;
    }

    private static View view(
            int width,
            int height,
            boolean named,
            List<String> labels,
            List<ChartSeries> series,
            DoubleFunction<String> format) {
        List<Double> ticks = ChartScale.ticks(ChartScale.largest(series));
        List<String> tickTexts = ticks.stream().map(format::apply).toList();
        double left = ChartScale.widest(tickTexts) + 10;
        double right = width
                - (named
                        ? Math.min(
                                width * MOST_FOR_NAMES,
                                ChartScale.widest(series.stream()
                                                .map(ChartSeries::name)
                                                .toList())
                                        + 16)
                        : 12);
        double top = 14;
        double bottom = height - 34;
        double highest = ticks.getLast();

        StringBuilder grid = new StringBuilder();
        List<ChartText> yLabels = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i++) {
            double y = y(ticks.get(i), highest, top, bottom);
            if (i > 0) {
                grid.append('M')
                        .append(ChartScale.round(left))
                        .append(' ')
                        .append(y)
                        .append('H')
                        .append(ChartScale.round(right));
            }
            yLabels.add(new ChartText(ChartScale.round(left - 8), y + 5.5, "end", tickTexts.get(i)));
        }

        List<ChartText> xLabels = xLabels(labels, left, right, width, height - 8d);
        List<Line> lines = new ArrayList<>();
        List<ChartText> names = names(series, named, highest, top, bottom, right);
        for (int s = 0; s < series.size(); s++) {
            List<Double> values = series.get(s).values();
            int markEvery = Math.max(1, (int) Math.ceil(values.size() / 13d));
            StringBuilder path = new StringBuilder();
            StringBuilder markers = new StringBuilder();
            boolean drawing = false;
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) == null) {
                    drawing = false;
                    continue;
                }
                double x = x(i, values.size(), left, right);
                double y = y(values.get(i), highest, top, bottom);
                path.append(drawing ? 'L' : 'M').append(x).append(' ').append(y);
                drawing = true;
                if ((values.size() - 1 - i) % markEvery == 0) {
                    markers.append(marker(s, x, y));
                }
            }
            lines.add(new Line(s + 1, path.toString(), DASHES.get(s), markers.toString(), names.get(s)));
        }
        String axis = "M" + ChartScale.round(left) + " " + ChartScale.round(bottom) + "H" + ChartScale.round(right);
        return new View(width, height, grid.toString(), axis, yLabels, xLabels, lines);
    }

    /** Names at the right ends of the lines, moved apart where lines end close to each other. */
    private static List<ChartText> names(
            List<ChartSeries> series, boolean named, double highest, double top, double bottom, double right) {
        ChartText[] names = new ChartText[series.size()];
        if (named) {
            record End(int series, double y) {}
            List<End> ends = new ArrayList<>();
            for (int s = 0; s < series.size(); s++) {
                Double last = series.get(s).values().reversed().stream()
                        .filter(v -> v != null)
                        .findFirst()
                        .orElse(null);
                if (last != null) {
                    ends.add(new End(s, y(last, highest, top, bottom)));
                }
            }
            ends.sort(Comparator.comparingDouble(End::y));
            double[] at = new double[ends.size()];
            for (int i = 0; i < at.length; i++) {
                at[i] = i == 0 ? ends.get(i).y() : Math.max(ends.get(i).y(), at[i - 1] + LINE_HEIGHT);
            }
            for (int i = at.length - 1; i >= 0; i--) {
                double limit = i == at.length - 1 ? bottom : at[i + 1] - LINE_HEIGHT;
                at[i] = Math.min(at[i], limit);
            }
            for (int i = 0; i < at.length; i++) {
                int s = ends.get(i).series();
                names[s] = new ChartText(
                        ChartScale.round(right + 12),
                        ChartScale.round(at[i] + 5.5),
                        "start",
                        series.get(s).name());
            }
        }
        return java.util.Arrays.asList(names);
    }

    private static double x(int index, int count, double left, double right) {
        return ChartScale.round(count < 2 ? (left + right) / 2 : left + (right - left) * index / (count - 1));
    }

    private static double y(double value, double highest, double top, double bottom) {
        return ChartScale.round(bottom - (bottom - top) * value / highest);
    }

    /** A circle, square, triangle or diamond around a point. */
    private static String marker(int series, double x, double y) {
        double cx = ChartScale.round(x);
        double cy = ChartScale.round(y);
        return switch (series) {
            case 0 -> "M" + ChartScale.round(cx - 4.5) + " " + cy + "a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z";
            case 1 -> "M" + (ChartScale.round(cx - 4)) + " " + ChartScale.round(cy - 4) + "h8v8h-8z";
            case 2 -> "M" + cx + " " + ChartScale.round(cy - 5.5) + "l5.5 9.5h-11z";
            default -> "M" + cx + " " + ChartScale.round(cy - 5.5) + "l5.5 5.5l-5.5 5.5l-5.5 -5.5z";
        };
    }
}
