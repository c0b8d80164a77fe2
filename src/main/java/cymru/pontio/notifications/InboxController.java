package cymru.pontio.notifications;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox of the person asking. */
@Controller
class InboxController {
    private final Inbox inbox;
    private final MessageSource messages;
    private final Clock clock;

    InboxController(Inbox inbox, MessageSource messages, Clock clock) {
        this.inbox = inbox;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/inbox")
    String list(
            Actor actor,
            @RequestParam(name = "new", defaultValue = "false") boolean onlyNew,
            @RequestParam @Nullable UUID after,
            Model model,
            Locale locale) {
        model.addAttribute("now", clock.instant());
        model.addAttribute("onlyNew", onlyNew);
        model.addAttribute("page", inbox.page(actor, onlyNew, after));
        model.addAttribute("words", new Sentences(new Formats(messages, locale)));
        return "notifications/inbox";
    }

    @GetMapping("/inbox.csv")
    ResponseEntity<byte[]> file(
            Actor actor, @RequestParam(name = "new", defaultValue = "false") boolean onlyNew, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Sentences words = new Sentences(formats);
        Csv csv = new Csv(
                formats.message("notifications.toldAt"),
                formats.message("notifications.what"),
                formats.message("notifications.area"),
                formats.message("notifications.new"));
        inbox.all(actor, onlyNew)
                .forEach(item -> csv.row(
                        OffsetDateTime.ofInstant(item.toldAt(), Zone.LONDON),
                        words.of(item),
                        words.area(item),
                        formats.message("notifications.new." + item.isNew())));
        return csv.download("inbox.csv");
    }

    /** Opening it is what makes it read; asking again changes nothing. */
    @GetMapping("/inbox/{id}")
    String open(Actor actor, @PathVariable UUID id) {
        return "redirect:" + inbox.open(actor, id);
    }

    @PostMapping("/inbox/read")
    String readAll(Actor actor, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant upTo) {
        inbox.readAll(actor, upTo);
        return "redirect:/inbox?done=notifications.read";
    }
}
