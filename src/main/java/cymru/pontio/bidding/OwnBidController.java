package cymru.pontio.bidding;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A provider’s own bids: the list, the file, and each of them. */
@Controller
class OwnBidController {
    private static final int PAGE = 25;
    private static final int FILE = 10_000;

    private final OwnBids list;
    private final Bids bids;
    private final Areas areas;

    OwnBidController(OwnBids list, Bids bids, Areas areas) {
        this.list = list;
        this.bids = bids;
        this.areas = areas;
    }

    @GetMapping("/bids")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable BidStatus status,
            @RequestParam(required = false) @Nullable BidRef before,
            Model model) {
        List<OwnBids.Row> rows = list.rows(actor, new OwnBids.Filter(status, before, PAGE + 1));
        model.addAttribute("rows", rows.stream().limit(PAGE).toList());
        model.addAttribute("next", rows.size() > PAGE ? rows.get(PAGE - 1).ref() : "");
        model.addAttribute("status", status);
        model.addAttribute("first", before == null);
        model.addAttribute("statuses", BidStatus.values());
        return "bidding/list";
    }

    @GetMapping("/bids.csv")
    ResponseEntity<byte[]> file(Actor actor, @RequestParam(required = false) @Nullable BidStatus status) {
        Csv csv = new Csv("bid", "advert", "locality", "status", "rate_an_hour", "start", "submitted_at", "deadline");
        for (OwnBids.Row row : list.rows(actor, new OwnBids.Filter(status, null, FILE))) {
            csv.row(
                    row.ref(),
                    row.advertRef(),
                    row.localityEn(),
                    row.standing(),
                    row.rate(),
                    row.start(),
                    row.submittedAt(),
                    row.deadline());
        }
        return csv.download("bids.csv");
    }

    @GetMapping("/bids/{ref}")
    String one(Actor actor, @PathVariable BidRef ref, Model model) {
        BidView bid = bids.view(actor, ref);
        model.addAttribute("bid", bid);
        model.addAttribute("advert", bid.advert());
        model.addAttribute("locality", areas.locality(bid.advert().locality()));
        return "bidding/own";
    }
}
