package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.RuleBroken;
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

/** A provider changes its bid before the deadline. */
@Controller
class AmendmentController {
    private final Bids bids;
    private final Areas areas;
    private final Clock clock;

    AmendmentController(Bids bids, Areas areas, Clock clock) {
        this.bids = bids;
        this.areas = areas;
        this.clock = clock;
    }

    @ModelAttribute("coverages")
    Coverage[] coverages() {
        return Coverage.values();
    }

    @ModelAttribute("bid")
    BidView bid(Actor actor, @PathVariable BidRef ref) {
        return bids.view(actor, ref);
    }

    @ModelAttribute("advert")
    AdvertFacts advert(@ModelAttribute(name = "bid", binding = false) BidView bid) {
        return bid.advert();
    }

    @ModelAttribute("locality")
    Locality locality(@ModelAttribute(name = "bid", binding = false) BidView bid) {
        return areas.locality(bid.advert().locality());
    }

    @ModelAttribute("exceptionally")
    Money exceptionally(@ModelAttribute(name = "bid", binding = false) BidView bid) {
        return bids.exceptionallyUpTo(bid.advert()).orElse(bid.advert().rateCeiling());
    }

    @GetMapping("/bids/{ref}/edit")
    String ask(@ModelAttribute(name = "bid", binding = false) BidView bid, Model model) {
        if (!bid.changeable()) throw new RuleBroken("bidding.error.notAmendable");
        model.addAttribute("form", BidForm.of(bid));
        return "bidding/edit";
    }

    @PostMapping("/bids/{ref}/edit")
    String amend(
            Actor actor,
            @PathVariable BidRef ref,
            @ModelAttribute(name = "bid", binding = false) BidView bid,
            @Valid @ModelAttribute("form") BidForm form,
            BindingResult errors,
            Locale locale) {
        form.check(
                bid.advert(), bids.exceptionallyUpTo(bid.advert()).orElse(null), Zone.dayOf(clock.instant()), errors);
        if (errors.hasErrors()) return "bidding/edit";
        BidTerms terms = form.toTerms(bid.advert(), Language.of(locale).name());
        return switch (bids.amend(actor, ref, terms, form.editedVersion())) {
            case Submission.Accepted accepted -> "redirect:/bids/{ref}?done=bidding.amended";
            case Submission.NotEligible refused -> "redirect:/bids/{ref}";
        };
    }
}
