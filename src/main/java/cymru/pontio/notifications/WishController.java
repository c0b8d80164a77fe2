package cymru.pontio.notifications;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import cymru.pontio.site.NewsKind;
import cymru.pontio.site.Post;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How often and in which language a person wants mails; and the way out of them without signing in. */
@Controller
class WishController {
    private final Wishes wishes;
    private final Post post;
    private final MessageSource messages;

    WishController(Wishes wishes, Post post, MessageSource messages) {
        this.wishes = wishes;
        this.post = post;
        this.messages = messages;
    }

    @GetMapping("/inbox/preferences")
    String show(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", WishForm.of(wishes.language(actor), wishes.of(actor)));
        return page(actor, model, locale);
    }

    @PostMapping("/inbox/preferences")
    String change(
            Actor actor,
            @Valid @ModelAttribute("form") WishForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        if (errors.hasErrors()) return page(actor, model, locale);
        wishes.change(actor, form.language(), form.wishes());
        return "redirect:/inbox/preferences?done=notifications.chosen";
    }

    @GetMapping("/unsubscribe/{token}")
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("mails", wishes.mails(token));
        model.addAttribute("token", token);
        return "notifications/unsubscribe";
    }

    @PostMapping("/unsubscribe/{token}")
    String off(@PathVariable String token) {
        wishes.off(token);
        return "redirect:/unsubscribe/{token}?done=notifications.off";
    }

    /** What a mail program sends when its own button is pressed (RFC 8058): no page, no cookie, no way on. */
    @PostMapping(path = "/unsubscribe/{token}", params = "List-Unsubscribe=One-Click")
    ResponseEntity<Void> offAtOnce(@PathVariable String token) {
        wishes.off(token);
        return ResponseEntity.ok().build();
    }

    private String page(Actor actor, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("carries", post.carries());
        model.addAttribute("kinds", NewsKind.concerning(actor));
        model.addAttribute("rhythms", formats.choices(NewsKind.Rhythm.values()));
        model.addAttribute(
                "languages",
                List.of(
                        new Choice("en", formats.message("site.language.en"), null),
                        new Choice("cy", formats.message("site.language.cy"), null)));
        return "notifications/preferences";
    }
}
