package cymru.pontio.placements;

import cymru.pontio.bidding.BidRef;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTabs;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The award tab of a package: where it stands, which bid to choose, and what that would mean. */
@Controller
@RequestMapping("/packages/{ref}/award")
class AwardProposalController {
    private final AwardProposals proposals;
    private final PackageTabs tabs;
    private final Places places;

    AwardProposalController(AwardProposals proposals, PackageTabs tabs, Places places) {
        this.proposals = proposals;
        this.tabs = tabs;
        this.places = places;
    }

    @GetMapping
    String state(Actor actor, @PathVariable PackageRef ref, Model model, Locale locale) {
        model.addAttribute("state", proposals.state(actor, ref));
        model.addAttribute("tabs", tabs.of(actor, ref.value(), AwardTab.KEY));
        model.addAttribute("places", places.names(locale));
        return "placements/award";
    }

    @GetMapping("/{bid}")
    String review(Actor actor, @PathVariable PackageRef ref, @PathVariable BidRef bid, Model model) {
        BidReview review = proposals.toChoose(actor, ref, bid);
        model.addAttribute("form", ProposalForm.of(review));
        return page(review, model);
    }

    @PostMapping
    String propose(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") ProposalForm form,
            BindingResult errors,
            Model model) {
        BidReview review = proposals.review(actor, ref, BidRef.valueOf(form.bid()));
        // Whoever chose meanwhile is told of by the door; nobody is asked why they choose what is gone.
        boolean reasonWanted = review.bid().selectable() && !review.top();
        if (reasonWanted && form.reason().isEmpty()) errors.rejectValue("reason", "placements.form.notTop.missing");
        if (errors.hasErrors()) return page(review, model);
        AwardRef award = proposals.propose(actor, ref, review.bid().ref(), form.reason());
        String done = review.causes().isEmpty() ? "placements.offered" : "placements.proposed";
        return "redirect:/awards/" + award + "?done=" + done;
    }

    private static String page(BidReview review, Model model) {
        model.addAttribute("review", review);
        return "placements/review";
    }
}
