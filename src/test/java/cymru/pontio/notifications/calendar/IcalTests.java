package cymru.pontio.notifications.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.site.CalendarEntry;
import cymru.pontio.site.Formats;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class IcalTests {
    private static final String LONG = "Ŷŵ, ".repeat(40);

    /** Seeded fault: count characters in place of octets. */
    @Test
    void writesWhatRfc5545AsksFor() {
        String text = calendar();
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        for (String line : text.split("\r\n", -1))
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        assertThat(unfolded(text))
                .contains(
                        "UID:adverts.deadline.ADV-1111-1@pontio.test\r\n",
                        "DTSTAMP:20260101T000000Z\r\n",
                        // In summer noon by UTC is one o'clock on the wall: moments go out in UTC.
                        "DTSTART:20260701T120000Z\r\n",
                        "DTSTART;VALUE=DATE:20260304\r\n",
                        "URL:https://pontio.test/cy/opportunities/ADV-1111-1\r\n");
    }

    @Test
    void foldsLongLinesWithoutBreakingALetter() {
        String expected = "SUMMARY:" + Ical.escaped(LONG + "ADV-1111-1") + "\r\n";
        assertThat(unfolded(calendar())).contains(expected);
    }

    @Test
    void escapesWhatHasAMeaning() {
        assertThat(Ical.escaped("a;b,c\\d\ne\r\nf")).isEqualTo("a\\;b\\,c\\\\d\\ne\\nf");
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }

    private static String calendar() {
        StaticMessageSource words = new StaticMessageSource();
        words.addMessage("calendar.name", Locale.of("cy", "GB"), "Pontio");
        words.addMessage("long", Locale.of("cy", "GB"), LONG + "{0}");
        return Ical.of(
                List.of(
                        CalendarEntry.at(
                                "adverts.deadline.ADV-1111-1",
                                "long",
                                "ADV-1111-1",
                                Instant.parse("2026-07-01T12:00:00Z"),
                                "/opportunities/ADV-1111-1"),
                        CalendarEntry.on(
                                "x", "long", "PLC-1111-1", LocalDate.of(2026, 3, 4), "/placements/PLC-1111-1")),
                new Formats(words, Locale.of("cy", "GB")),
                URI.create("https://pontio.test/cy"),
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
