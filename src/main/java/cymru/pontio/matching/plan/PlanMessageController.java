package cymru.pontio.matching.plan;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Formats;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Messages to providers: approved by a person, read by the provider. */
@Controller
class PlanMessageController {
    private final PlanMessages planMessages;
    private final MessageSource messages;

    PlanMessageController(PlanMessages planMessages, MessageSource messages) {
        this.planMessages = planMessages;
        this.messages = messages;
    }

    @PostMapping("/waiting-list/plan/{ref}/messages")
    String send(Actor actor, @PathVariable PlanRef ref, @RequestParam String provider) {
        planMessages.send(actor, ref, provider);
        return "redirect:/waiting-list/plan/{ref}?done=plan.told";
    }

    @GetMapping("/plan-messages/{ref}")
    String read(Actor actor, @PathVariable MessageRef ref, Model model, Locale locale) {
        model.addAttribute("message", planMessages.view(actor, ref));
        model.addAttribute("own", actor.ofProvider());
        model.addAttribute("words", new PlanWords(new Formats(messages, locale)));
        return "plan/message";
    }
}
