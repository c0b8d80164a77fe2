package cymru.pontio.audit;

import cymru.pontio.kernel.Actor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has seen a person's record, for the team that keeps it. */
@Controller
class SeenController {
    private final SeenLog log;
    private final MessageSource messages;

    SeenController(SeenLog log, MessageSource messages) {
        this.log = log;
        this.messages = messages;
    }

    @GetMapping("/people/{ref}/seen")
    String seen(
            Actor actor, @PathVariable String ref, @RequestParam @Nullable Long before, Model model, Locale locale) {
        model.addAttribute("looks", log.of(actor, ref, before));
        model.addAttribute("ref", ref);
        model.addAttribute("first", before == null);
        model.addAttribute("words", new AuditWords(messages, locale));
        return "audit/seen";
    }
}
