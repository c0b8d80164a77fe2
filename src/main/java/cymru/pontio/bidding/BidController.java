package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Language;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A provider bids for an advert. */
@Controller
class BidController {
    private final Bids bids;
    private final Areas areas;
    private final Clock clock;

    BidController(Bids bids, Areas areas, Clock clock) {
        this.bids = bids;
        this.areas = areas;
        this.clock = clock;
    }

    @ModelAttribute("coverages")
    Coverage[] coverages() {
        return Coverage.values();
    }

    @ModelAttribute("advert")
    AdvertFacts advert(Actor actor, @PathVariable AdvertRef ref) {
        return bids.advert(actor, ref);
    }

    @ModelAttribute("locality")
    Locality locality(@ModelAttribute(name = "advert", binding = false) AdvertFacts advert) {
        return areas.locality(advert.locality());
    }

    @ModelAttribute("exceptionally")
    Money exceptionally(@ModelAttribute(name = "advert", binding = false) AdvertFacts advert) {
        return bids.exceptionallyUpTo(advert).orElse(advert.rateCeiling());
    }

    @GetMapping("/opportunities/{ref}/bids/new")
    String ask(
            Actor actor,
            @PathVariable AdvertRef ref,
            @ModelAttribute(name = "advert", binding = false) AdvertFacts advert,
            Model model) {
        model.addAttribute("form", BidForm.blank(advert));
        return switch (bids.invitation(actor, ref)) {
            case Invitation.Open open -> "bidding/new";
            case Invitation.AlreadyBid already -> "redirect:/bids/" + already.bid();
            case Invitation.NotEligible refused -> notEligible(refused, model);
        };
    }

    @PostMapping("/opportunities/{ref}/bids")
    String submit(
            Actor actor,
            @PathVariable AdvertRef ref,
            @ModelAttribute(name = "advert", binding = false) AdvertFacts advert,
            @Valid @ModelAttribute("form") BidForm form,
            BindingResult errors,
            Locale locale) {
        form.check(advert, bids.exceptionallyUpTo(advert).orElse(null), Zone.dayOf(clock.instant()), errors);
        if (errors.hasErrors()) return "bidding/new";
        BidTerms terms = form.toTerms(advert, Language.of(locale).name());
        return switch (bids.submit(actor, ref, terms)) {
            case Submission.Accepted accepted -> "redirect:/bids/" + accepted.bid() + "?done=bidding.submitted";
            case Submission.NotEligible refused -> "redirect:/opportunities/{ref}/bids/new";
        };
    }

    private static String notEligible(Invitation.NotEligible refused, Model model) {
        model.addAttribute("reasons", refused.reasons());
        return "bidding/not-eligible";
    }
}
