package cymru.pontio.carepackages;

import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.site.TwoNames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The waiting list in figures: by status, by length, by area. */
record WaitingFigures(
        int headline, int bridged, int onHold, List<Line> byStatus, Spread gross, Spread net, List<Area> byArea) {
    record Line(WaitingStatus status, int people, WeeklyHours hours) {}

    record Area(
            String nameEn, String nameCy, Map<WaitingStatus, Integer> people, int all, WeeklyHours hours, Spread gross)
            implements TwoNames {}

    static WaitingFigures of(List<WaitingRow> rows) {
        List<Line> lines = Arrays.stream(WaitingStatus.values())
                .map(status -> line(status, rows))
                .toList();
        int headline = lines.stream()
                .filter(line -> line.status().inHeadline())
                .mapToInt(Line::people)
                .sum();
        return new WaitingFigures(
                headline,
                lines.get(WaitingStatus.BRIDGED.ordinal()).people(),
                lines.get(WaitingStatus.ON_HOLD.ordinal()).people(),
                lines,
                Spread.of(rows.stream().map(WaitingRow::daysGross).toList()),
                Spread.of(rows.stream().map(WaitingRow::daysNet).toList()),
                areas(rows));
    }

    private static Line line(WaitingStatus status, List<WaitingRow> all) {
        List<WaitingRow> rows =
                all.stream().filter(row -> row.status() == status).toList();
        return new Line(status, rows.size(), hours(rows));
    }

    private static List<Area> areas(List<WaitingRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(WaitingRow::areaEn, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(WaitingFigures::area)
                .toList();
    }

    private static Area area(List<WaitingRow> rows) {
        Map<WaitingStatus, Integer> people = Arrays.stream(WaitingStatus.values())
                .collect(Collectors.toMap(status -> status, status -> (int)
                        rows.stream().filter(row -> row.status() == status).count()));
        return new Area(
                rows.getFirst().areaEn(),
                rows.getFirst().areaCy(),
                people,
                rows.size(),
                hours(rows),
                Spread.of(rows.stream().map(WaitingRow::daysGross).toList()));
    }

    private static WeeklyHours hours(List<WaitingRow> rows) {
        return WeeklyHours.ofMinutes(
                rows.stream().mapToInt(WaitingRow::userMinutes).sum(),
                rows.stream().mapToInt(WaitingRow::carerMinutes).sum());
    }
}
