package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pledge: a provider’s own, and the council’s list of all with what waits for a decision. */
@Controller
class PledgeController {
    private final Signatories signatories;
    private final PledgeVerification verification;
    private final PledgeVersions versions;
    private final MessageSource messages;

    PledgeController(
            Signatories signatories, PledgeVerification verification, PledgeVersions versions, MessageSource messages) {
        this.signatories = signatories;
        this.verification = verification;
        this.versions = versions;
        this.messages = messages;
    }

    @GetMapping("/pledge")
    String pledge(Actor actor, @RequestParam(required = false) @Nullable Level level, Model model) {
        if (actor.ofProvider()) return provider(actor, signatories.own(actor), model);
        model.addAttribute("rows", signatories.all(actor, level));
        model.addAttribute("queue", verification.queue(actor));
        model.addAttribute("level", level);
        model.addAttribute("levels", Level.values());
        return "pledge/council";
    }

    @GetMapping("/pledge.csv")
    ResponseEntity<byte[]> file(Actor actor, @RequestParam(required = false) @Nullable Level level, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv(
                "provider_ref", "provider", "level", "level_words", "since", "until", "waiting", "withdrawn_on");
        for (Signatories.Row row : signatories.all(actor, level))
            csv.row(
                    row.ref(),
                    row.name(),
                    row.level(),
                    formats.label(row.level()),
                    row.since(),
                    row.until(),
                    row.waiting(),
                    row.withdrawnOn());
        return csv.download("pledge.csv");
    }

    @GetMapping("/pledge/providers/{ref}")
    String view(Actor actor, @PathVariable String ref, Model model) {
        return provider(actor, signatories.view(actor, ref), model);
    }

    private String provider(Actor actor, Signatory signatory, Model model) {
        model.addAttribute("view", signatory);
        model.addAttribute("coming", versions.coming(actor));
        model.addAttribute("council", !actor.ofProvider());
        model.addAttribute("attests", actor.is(Role.PROVIDER_MANAGER));
        model.addAttribute("withdraws", actor.is(Role.COMMISSIONER));
        return "pledge/provider";
    }
}
