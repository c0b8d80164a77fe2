package cymru.pontio.notifications.calendar;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Formats;
import cymru.pontio.site.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The address of one's calendar, and the calendar under it. */
@Controller
class CalendarController {
    private final Calendars calendars;
    private final MessageSource messages;
    private final Clock clock;
    private final String address;

    CalendarController(
            Calendars calendars, MessageSource messages, Clock clock, @Value("${pontio.address}") String address) {
        this.calendars = calendars;
        this.messages = messages;
        this.clock = clock;
        this.address = address;
    }

    @GetMapping("/inbox/calendar")
    String show(Actor actor, Model model) {
        calendars.of(actor).ifPresent(calendar -> model.addAttribute("calendar", calendar));
        return "calendar/calendar";
    }

    /** The one answer to a form that is a page and no redirect: the secret must stand in no address of ours and in no log. */
    @PostMapping("/inbox/calendar")
    String make(Actor actor, Locale locale, Model model) {
        String token = calendars.make(actor);
        model.addAttribute("address", home(locale) + "/calendar/" + token + ".ics");
        return show(actor, model);
    }

    @PostMapping("/inbox/calendar/revocation")
    String revoke(Actor actor) {
        calendars.revoke(actor);
        return "redirect:/inbox/calendar?done=calendar.revoked";
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> fetch(@PathVariable String token, Locale locale) {
        String text = Ical.of(
                calendars.fetch(token), new Formats(messages, locale), URI.create(home(locale)), clock.instant());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String home(Locale locale) {
        return address + "/" + Language.of(locale);
    }
}
