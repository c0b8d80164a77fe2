package cymru.pontio.visits.flexible;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls under thirty minutes with their reasons. */
@Controller
class ShortCallController {
    private final ShortCalls calls;
    private final MessageSource messages;

    ShortCallController(ShortCalls calls, MessageSource messages) {
        this.calls = calls;
        this.messages = messages;
    }

    @GetMapping("/short-calls")
    String list(Actor actor, @RequestParam(required = false) @Nullable UUID after, Model model) {
        model.addAttribute("page", calls.page(actor, after));
        model.addAttribute("months", calls.months(actor));
        model.addAttribute("newWorkers", calls.newWorkers(actor));
        return "flexible/short-calls";
    }

    @GetMapping("/short-calls.csv")
    ResponseEntity<byte[]> file(Actor actor, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv(
                formats.message("flexible.short.package"),
                formats.message("flexible.short.provider"),
                formats.message("flexible.short.days"),
                formats.message("flexible.short.band"),
                formats.message("flexible.short.minutes"),
                formats.message("flexible.short.reason"),
                formats.message("flexible.short.visits"));
        for (ShortCalls.Line line : calls.all(actor))
            csv.row(
                    line.packageRef(),
                    line.provider(),
                    formats.days(line.days()),
                    formats.label(line.band()),
                    line.minutes(),
                    formats.label(line.reason()),
                    line.visits());
        return csv.download("short-calls.csv");
    }
}
