package cymru.pontio.bridging;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All bridging, and one time of it. */
@Controller
class BridgingController {
    private final EpisodeList list;
    private final EpisodePages pages;
    private final Capacity capacity;
    private final Areas areas;
    private final Clock clock;

    BridgingController(EpisodeList list, EpisodePages pages, Capacity capacity, Areas areas, Clock clock) {
        this.list = list;
        this.pages = pages;
        this.capacity = capacity;
        this.areas = areas;
        this.clock = clock;
    }

    @GetMapping("/bridging")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        EpisodeList.Tab open = EpisodeList.Tab.of(tab);
        List<EpisodeList.Line> found =
                list.lines(actor, open, cursor(after), Zone.dayOf(clock.instant()), EpisodeList.PAGE + 1);
        boolean more = found.size() > EpisodeList.PAGE;
        List<EpisodeList.Line> lines = more ? found.subList(0, EpisodeList.PAGE) : found;
        model.addAttribute("tabs", EpisodeList.Tab.values());
        model.addAttribute("open", open.name());
        model.addAttribute("lines", lines);
        model.addAttribute("next", more ? lines.getLast().ref() : null);
        model.addAttribute("first", cursor(after) == null);
        model.addAttribute("weeks", capacity.panel(actor));
        model.addAttribute("areas", localities());
        model.addAttribute("mayDeclare", actor.is(Role.INHOUSE_COORDINATOR));
        return "bridging/list";
    }

    @GetMapping("/bridging.csv")
    ResponseEntity<byte[]> file(Actor actor, @RequestParam(required = false) @Nullable String tab) {
        Csv csv = new Csv(
                "ref",
                "area",
                "status",
                "user_minutes_a_week",
                "carer_minutes_a_week",
                "since",
                "days",
                "review_due",
                "review_overdue",
                "expected_end",
                "ended",
                "end_reason");
        Map<String, Locality> names = localities();
        for (EpisodeList.Line line :
                list.lines(actor, EpisodeList.Tab.of(tab), null, Zone.dayOf(clock.instant()), EpisodeList.FILE)) {
            Locality area = names.get(line.locality());
            csv.row(
                    line.ref(),
                    area == null ? line.locality() : area.nameEn(),
                    line.status(),
                    line.userMinutes(),
                    line.carerMinutes(),
                    line.since(),
                    line.days(),
                    line.reviewOn(),
                    line.overdue(),
                    line.expectedEnd(),
                    line.endedOn(),
                    line.endReason());
        }
        return csv.download("bridging.csv");
    }

    @GetMapping("/bridging/{ref}")
    String show(Actor actor, @PathVariable EpisodeRef ref, Model model) {
        EpisodePages.Page page = pages.page(actor, ref);
        model.addAttribute("page", page);
        model.addAttribute("episode", page.episode());
        model.addAttribute("area", areas.locality(page.episode().locality()));
        model.addAttribute("mayWork", actor.is(Role.INHOUSE_COORDINATOR));
        model.addAttribute("mayOpenPackage", actor.isAny(Role.INHOUSE_COORDINATOR, Role.BROKER));
        return "bridging/episode";
    }

    private Map<String, Locality> localities() {
        return areas.all().stream().collect(Collectors.toMap(Locality::code, Function.identity()));
    }

    private static @Nullable EpisodeRef cursor(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : EpisodeRef.valueOf(typed);
        } catch (NotFound e) {
            return null;
        }
    }
}
