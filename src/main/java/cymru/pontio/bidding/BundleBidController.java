package cymru.pontio.bidding;

import cymru.pontio.adverts.BundleRef;
import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import cymru.pontio.site.Language;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A provider bids for several adverts of a bundle in one form. */
@Controller
class BundleBidController {
    private final BundleBids bids;
    private final Areas areas;
    private final Clock clock;
    private final MessageSource messages;

    BundleBidController(BundleBids bids, Areas areas, Clock clock, MessageSource messages) {
        this.bids = bids;
        this.areas = areas;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping("/opportunities/bundles/{ref}/bids/new")
    String ask(Actor actor, @PathVariable BundleRef ref, Model model, Locale locale) {
        BundleBids.Invitation invitation = bids.invitation(actor, ref);
        model.addAttribute("form", BundleBidForm.blank(invitation.open()));
        return page(invitation, model, locale);
    }

    @PostMapping("/opportunities/bundles/{ref}/bids")
    String submit(
            Actor actor,
            @PathVariable BundleRef ref,
            @Valid @ModelAttribute("form") BundleBidForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        BundleBids.Invitation invitation = bids.invitation(actor, ref);
        form.check(invitation.open(), Zone.dayOf(clock.instant()), errors);
        if (errors.hasErrors()) return page(invitation, model, locale);
        bids.submit(
                actor, ref, form.toTerms(invitation.open(), Language.of(locale).name()), form.onlyTogether());
        return "redirect:/bids?done=bidding.bundled";
    }

    private String page(BundleBids.Invitation invitation, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("invitation", invitation);
        model.addAttribute("bundle", invitation.bundle());
        model.addAttribute(
                "open",
                invitation.open().stream()
                        .collect(Collectors.toMap(one -> one.ref().value(), Function.identity())));
        model.addAttribute(
                "areas", areas.all().stream().collect(Collectors.toMap(Locality::code, Function.identity())));
        model.addAttribute(
                "wants",
                List.of(
                        new Choice("APART", formats.message("bidding.bundle.form.want.APART")),
                        new Choice("TOGETHER", formats.message("bidding.bundle.form.want.TOGETHER"))));
        return "bidding/bundle";
    }
}
