package cymru.pontio.site;

/** A piece of text in a chart: where it stands, and on which side of that point ("start", "middle", "end"). */
public record ChartText(double x, double y, String anchor, String text) {
    double begin() {
        double width = ChartScale.width(text);
        return switch (anchor) {
            case "start" -> x;
            case "end" -> x - width;
            default -> x - width / 2;
        };
    }

    double end() {
        return begin() + ChartScale.width(text);
    }

    /** On one line. */
    boolean touches(ChartText other) {
        return begin() <= other.end() && other.begin() <= end();
    }
}
