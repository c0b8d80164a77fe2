package cymru.pontio.reporting;

import cymru.pontio.site.ChartSeries;
import cymru.pontio.site.Formats;
import cymru.pontio.site.Language;
import cymru.pontio.site.LineChart;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The words and charts of the reports, made from the same rows as their tables and files. */
@Component
class ReportPages {
    private static final List<String> KINDS = List.of("AGENCY", "INHOUSE", "BRIDGING", "ENABLEMENT");

    /** One sentence a councillor can quote, whole in each language. */
    String sentence(Headline headline, Formats formats) {
        if (headline.hours().before() == 0 || headline.people().before() == 0)
            return formats.message(
                    "reporting.headline.nothing", formats.month(headline.from().atDay(1)));
        return formats.message(
                "reporting.headline.sentence",
                headline.hours().spokenDirection(),
                headline.hours().spoken(),
                headline.people().spokenDirection(),
                headline.people().spoken(),
                headline.waiting().spokenDirection(),
                headline.waiting().spoken(),
                headline.waiting().after());
    }

    LineChart care(Headline headline, PeriodForm form, Formats formats) {
        return chart(
                "care",
                formats.message("reporting.headline.care.chart"),
                formats.message("reporting.headline.care.basis"),
                headline.care().stream()
                        .map(m -> formats.month(m.month().atDay(1)))
                        .toList(),
                List.of(series(
                        formats.message("reporting.hours.user.week.short"),
                        headline.care(),
                        month -> Math.round(month.weeklyUserMinutes() / 60.0))),
                url("/reports/hours-delivered.csv", form, formats),
                formats);
    }

    LineChart people(Headline headline, PeriodForm form, Formats formats) {
        return chart(
                "people",
                formats.message("reporting.headline.people.chart"),
                formats.message("reporting.headline.people.basis"),
                headline.care().stream()
                        .map(m -> formats.month(m.month().atDay(1)))
                        .toList(),
                List.of(
                        series(
                                formats.message("reporting.people.supported"),
                                headline.care(),
                                Reports.MonthOfCare::people),
                        series(
                                formats.message("reporting.people.waiting"),
                                headline.waitingDays(),
                                Reports.WaitingDay::waiting)),
                url("/reports/waiting-list.csv", form, formats),
                formats);
    }

    LineChart waiting(List<Reports.WaitingDay> days, PeriodForm form, Formats formats) {
        List<ChartSeries> lines = Stream.of("NO_COVER", "IN_HOSPITAL", "PART_MET", "BRIDGED")
                .map(status -> series(formats.message("reporting.status." + status), days, day -> day.people(status)))
                .toList();
        return chart(
                "waiting",
                formats.message("reporting.waiting.chart"),
                formats.message("reporting.waiting.basis"),
                days.stream().map(day -> formats.month(day.day())).toList(),
                lines,
                url("/reports/waiting-list.csv", form, formats),
                formats);
    }

    /** User hours and carer hours each have a drawing of their own: on one axis they would be taken for parts of one another. */
    List<LineChart> bridging(List<Reports.BridgingMonth> months, PeriodForm form, Formats formats) {
        List<String> labels = months.stream()
                .map(month -> formats.month(month.month().atDay(1)))
                .toList();
        String file = url("/reports/bridging.csv", form, formats);
        return List.of(
                chart(
                        "bridging-user",
                        formats.message("reporting.bridging.chart.user"),
                        formats.message("reporting.bridging.basis.user"),
                        labels,
                        List.of(series(
                                formats.message("reporting.bridging.user.short"), months, m -> m.userMinutes() / 60)),
                        file,
                        formats),
                chart(
                        "bridging-carer",
                        formats.message("reporting.bridging.chart.carer"),
                        formats.message("reporting.bridging.basis.carer"),
                        labels,
                        List.of(
                                series(
                                        formats.message("reporting.bridging.carer.short"),
                                        months,
                                        m -> m.carerMinutes() / 60),
                                series(
                                        formats.message("reporting.bridging.displaced.short"),
                                        months,
                                        m -> m.displacedMinutes() / 60)),
                        file,
                        formats));
    }

    /** By period, and in each by the names in the reader's alphabet; what has no name stands last. */
    List<Reports.HoursLine> inAlphabet(List<Reports.HoursLine> lines, Formats formats) {
        Comparator<Reports.HoursLine> byName = Comparator.comparing(
                line -> line.nameEn() == null || line.nameCy() == null
                        ? null
                        : formats.either(line.nameEn(), line.nameCy()),
                Comparator.nullsLast(formats.alphabet()));
        return lines.stream()
                .sorted(Comparator.comparing(Reports.HoursLine::startsOn)
                        .thenComparing(byName)
                        .thenComparing(Reports.HoursLine::kind))
                .toList();
    }

    /** Each kind of care a line of its own: they are never added. */
    LineChart hours(List<Reports.HoursLine> lines, PeriodForm form, Formats formats) {
        Map<LocalDate, Map<String, Long>> byDate = new TreeMap<>();
        for (Reports.HoursLine line : lines) {
            byDate.computeIfAbsent(line.startsOn(), day -> new TreeMap<>())
                    .merge(line.kind(), line.weeklyUserMinutes(), Long::sum);
        }
        Function<LocalDate, String> label = form.by().equals("week") ? formats::date : formats::month;
        List<ChartSeries> series = KINDS.stream()
                .map(kind -> series(
                        formats.message("reporting.kind." + kind),
                        List.copyOf(byDate.values()),
                        day -> Math.round(day.getOrDefault(kind, 0L) / 60.0)))
                .toList();
        return chart(
                "hours",
                formats.message("reporting.hours.chart"),
                formats.message("reporting.hours.basis"),
                byDate.keySet().stream().map(label).toList(),
                series,
                url("/reports/hours-delivered.csv", form, formats),
                formats);
    }

    private static <T> ChartSeries series(String name, List<T> rows, ToLongFunction<T> value) {
        return ChartSeries.of(name, rows.stream().map(value::applyAsLong).toList());
    }

    private static LineChart chart(
            String id,
            String headline,
            String subtitle,
            List<String> labels,
            List<ChartSeries> series,
            String csvUrl,
            Formats formats) {
        return LineChart.of(
                id,
                headline,
                subtitle,
                formats.message("reporting.period"),
                labels,
                series,
                number -> formats.number(Math.round(number)),
                csvUrl);
    }

    private static String url(String path, PeriodForm form, Formats formats) {
        return "/" + Language.of(formats.locale()) + path + form.query();
    }
}
