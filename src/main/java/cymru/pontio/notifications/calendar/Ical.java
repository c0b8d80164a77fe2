package cymru.pontio.notifications.calendar;

import cymru.pontio.site.CalendarEntry;
import cymru.pontio.site.Formats;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/** Writes a calendar as RFC 5545 asks: CRLF, no line over 75 octets, moments in UTC, days as days. */
final class Ical {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder();
    private final Formats formats;
    private final URI home;

    /** @param home address of the product in the reader’s language, without a slash at its end */
    private Ical(Formats formats, URI home) {
        this.formats = formats;
        this.home = home;
    }

    static String of(List<CalendarEntry> entries, Formats formats, URI home, Instant now) {
        Ical ical = new Ical(formats, home);
        ical.line("BEGIN:VCALENDAR");
        ical.line("VERSION:2.0");
        ical.line(
                "PRODID:-//Pontio//Calendar//" + formats.locale().getLanguage().toUpperCase(java.util.Locale.ROOT));
        ical.line("CALSCALE:GREGORIAN");
        ical.line("NAME:" + escaped(formats.message("calendar.name")));
        ical.line("X-WR-CALNAME:" + escaped(formats.message("calendar.name")));
        ical.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        entries.forEach(entry -> ical.event(entry, now));
        ical.line("END:VCALENDAR");
        return ical.text.toString();
    }

    private void event(CalendarEntry entry, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + entry.id() + "@" + home.getHost());
        line("DTSTAMP:" + MOMENT.format(now));
        if (entry.at() != null) line("DTSTART:" + MOMENT.format(entry.at()));
        else line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(Objects.requireNonNull(entry.day())));
        line("SUMMARY:" + escaped(formats.message(entry.messageKey(), entry.ref())));
        line("URL:" + home + entry.path());
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /** A long line goes on after a line break and a space, never within a character. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int point = content.codePointAt(i);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(point);
            octets += size;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }
}
