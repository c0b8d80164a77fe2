package cymru.pontio.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.site.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class ReportPagesTests {
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    private final ReportPages pages = new ReportPages();

    /** Llandrindod stands behind Lowndes in Welsh, where ll is a letter after l. */
    @Test
    void areasStandInTheReadersAlphabetWithinEachPeriod() {
        List<Reports.HoursLine> lines = List.of(
                line(JULY.plusMonths(1), "Newtown", "Y Drenewydd"),
                line(JULY, null, null),
                line(JULY, "Llandrindod", "Llandrindod"),
                line(JULY, "Lowndes", "Lowndes"),
                line(JULY, "Newtown", "Y Drenewydd"),
                line(JULY, "Welshpool", "Y Trallwng"),
                line(JULY, "Ystradgynlais", "Ystradgynlais"));

        assertThat(pages.inAlphabet(lines, formats("en")))
                .extracting(Reports.HoursLine::nameEn)
                .containsExactly("Llandrindod", "Lowndes", "Newtown", "Welshpool", "Ystradgynlais", null, "Newtown");
        assertThat(pages.inAlphabet(lines, formats("cy")))
                .extracting(Reports.HoursLine::nameCy)
                .containsExactly(
                        "Lowndes", "Llandrindod", "Y Drenewydd", "Y Trallwng", "Ystradgynlais", null, "Y Drenewydd");
    }

    private static Formats formats(String language) {
        return new Formats(new StaticMessageSource(), Locale.of(language, "GB"));
    }

    private static Reports.HoursLine line(LocalDate starts, String nameEn, String nameCy) {
        return new Reports.HoursLine(starts, "AGENCY", nameEn, nameEn, nameCy, 60, 60, 15, 1L);
    }
}
