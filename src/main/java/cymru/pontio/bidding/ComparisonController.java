package cymru.pontio.bidding;

import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.matching.Matching;
import cymru.pontio.matching.Scored.Points;
import cymru.pontio.site.Csv;
import cymru.pontio.site.PackageTabs;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The broker compares the bids for a package. */
@Controller
class ComparisonController {
    private final Comparisons comparisons;
    private final PackageTabs tabs;
    private final Matching matching;

    ComparisonController(Comparisons comparisons, PackageTabs tabs, Matching matching) {
        this.comparisons = comparisons;
        this.tabs = tabs;
        this.matching = matching;
    }

    @GetMapping("/packages/{ref}/bids")
    String compare(Actor actor, @PathVariable PackageRef ref, Model model) {
        Comparison comparison = comparisons.of(actor, ref);
        model.addAttribute("ref", ref);
        model.addAttribute("tabs", tabs.of(actor, ref.value(), "bidding.tab"));
        model.addAttribute("comparison", comparison);
        return switch (comparison) {
            case Comparison.None none -> "bidding/not-advertised";
            case Comparison.Sealed sealed -> "bidding/sealed";
            case Comparison.Cancelled cancelled -> "bidding/cancelled";
            case Comparison.Opened opened -> opened(opened, model);
        };
    }

    private String opened(Comparison.Opened opened, Model model) {
        model.addAttribute("pledgeWeight", matching.pledgeWeight(opened.advert()));
        return "bidding/compare";
    }

    @GetMapping("/packages/{ref}/bids.csv")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable PackageRef ref) {
        if (!(comparisons.of(actor, ref) instanceof Comparison.Opened opened))
            throw new RuleBroken("bidding.error.sealed");
        Csv csv = new Csv(
                "place",
                "bid",
                "provider",
                "rate_an_hour",
                "start",
                "coverage",
                "criterion",
                "weight",
                "part",
                "whole",
                "points",
                "neutral",
                "total",
                "drawn");
        for (RankedBid bid : opened.bids()) {
            for (Points points : bid.score().points()) {
                csv.row(
                        bid.score().place(),
                        bid.ref(),
                        bid.providerName(),
                        bid.rate(),
                        bid.start(),
                        bid.coverage(),
                        points.criterion(),
                        points.weight(),
                        points.part(),
                        points.whole(),
                        points.points(),
                        points.neutral(),
                        bid.score().total(),
                        bid.score().drawn());
            }
        }
        return csv.download("bids-" + opened.advert().ref() + ".csv");
    }
}
