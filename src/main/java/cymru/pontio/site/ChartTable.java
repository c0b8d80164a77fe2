package cymru.pontio.site;

import java.util.List;

/** The numbers of a chart as a table: the first heading is that of the labels. */
public record ChartTable(List<String> head, List<Row> rows) {

    public record Row(String label, List<String> cells) {}
}
