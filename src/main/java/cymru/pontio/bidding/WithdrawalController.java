package cymru.pontio.bidding;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A provider takes its bid back before the deadline. */
@Controller
class WithdrawalController {
    private final Bids bids;

    WithdrawalController(Bids bids) {
        this.bids = bids;
    }

    @ModelAttribute("bid")
    BidView bid(Actor actor, @PathVariable BidRef ref) {
        return bids.view(actor, ref);
    }

    @ModelAttribute("reasons")
    WithdrawalReason[] reasons() {
        return WithdrawalReason.values();
    }

    @GetMapping("/bids/{ref}/withdrawal")
    String ask(@ModelAttribute(name = "bid", binding = false) BidView bid, Model model) {
        if (!bid.changeable()) throw new RuleBroken("bidding.error.notWithdrawable");
        model.addAttribute("form", WithdrawalForm.blank());
        return "bidding/withdrawal";
    }

    @PostMapping("/bids/{ref}/withdrawal")
    String withdraw(
            Actor actor,
            @PathVariable BidRef ref,
            @Valid @ModelAttribute("form") WithdrawalForm form,
            BindingResult errors) {
        if (errors.hasErrors()) return "bidding/withdrawal";
        bids.withdraw(actor, ref, form.chosen());
        return "redirect:/bids/{ref}?done=bidding.withdrawn";
    }
}
