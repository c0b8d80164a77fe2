package cymru.pontio.bridging;

import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTabs;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who looks after the person while the package waits. */
@Controller
@RequestMapping("/packages/{ref}/cover")
class CoverController {
    private final CoverPages pages;
    private final BridgingRequests requests;
    private final PackageTabs tabs;
    private final Clock clock;

    CoverController(CoverPages pages, BridgingRequests requests, PackageTabs tabs, Clock clock) {
        this.pages = pages;
        this.requests = requests;
        this.tabs = tabs;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @PathVariable PackageRef ref, Model model) {
        model.addAttribute("page", pages.page(actor, ref));
        model.addAttribute("tabs", tabs.of(actor, ref.value(), CoverTab.KEY));
        return "bridging/cover";
    }

    @GetMapping("/change")
    String change(Actor actor, @PathVariable PackageRef ref, Model model) {
        model.addAttribute("form", CoverForm.at(clock.instant()));
        return changePage(pages.toChange(actor, ref), model);
    }

    @PostMapping("/change")
    String change(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") CoverForm form,
            BindingResult errors,
            Model model) {
        PackageFacts facts = pages.toChange(actor, ref);
        Optional<Instant> last = pages.lastChange(facts.id());
        form.check(errors, clock.instant(), last);
        if (errors.hasErrors()) return changePage(facts, model);
        pages.change(actor, ref, Cover.valueOf(form.cover()), form.effective(last));
        return form.hospital()
                ? "redirect:/packages/{ref}/absences?done=bridging.intoHospital"
                : "redirect:/packages/{ref}/cover?done=bridging.coverChanged";
    }

    @GetMapping("/bridging")
    String ask(Actor actor, @PathVariable PackageRef ref, Model model) {
        model.addAttribute("form", ReasonForm.blank());
        return askPage(requests.toAsk(actor, ref), model);
    }

    @PostMapping("/bridging")
    String ask(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        form.check(errors, RequestReason.values());
        if (errors.hasErrors()) return askPage(requests.toAsk(actor, ref), model);
        requests.request(actor, ref, RequestReason.valueOf(form.reason()));
        return "redirect:/packages/{ref}/cover?done=bridging.requested";
    }

    private static String changePage(PackageFacts facts, Model model) {
        model.addAttribute("facts", facts);
        model.addAttribute("choices", CoverForm.CHOICES);
        return "bridging/cover-change";
    }

    private static String askPage(PackageFacts facts, Model model) {
        model.addAttribute("facts", facts);
        model.addAttribute("choices", RequestReason.values());
        return "bridging/request";
    }
}
