package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A provider says that it will not bid, and why. */
@Controller
class DeclineController {
    private final Bids bids;
    private final Declines declines;

    DeclineController(Bids bids, Declines declines) {
        this.bids = bids;
        this.declines = declines;
    }

    @ModelAttribute("advert")
    AdvertFacts advert(Actor actor, @PathVariable AdvertRef ref) {
        return bids.advert(actor, ref);
    }

    @ModelAttribute("reasons")
    DeclineReason[] reasons() {
        return DeclineReason.values();
    }

    @GetMapping("/opportunities/{ref}/decline")
    String ask(Actor actor, @PathVariable AdvertRef ref, Model model) {
        declines.mayDecline(actor, ref);
        model.addAttribute("form", DeclineForm.blank());
        return "bidding/decline";
    }

    @PostMapping("/opportunities/{ref}/decline")
    String decline(
            Actor actor,
            @PathVariable AdvertRef ref,
            @Valid @ModelAttribute("form") DeclineForm form,
            BindingResult errors) {
        if (errors.hasErrors()) return "bidding/decline";
        declines.decline(actor, ref, form.chosen(), form.note());
        return "redirect:/opportunities?done=bidding.declined";
    }
}
