package cymru.pontio.site;

/** A piece of text in a chart: where it stands, and on which side of that point ("start", "middle", "end"). */
public record ChartText(double x, double y, String anchor, String text) {}
