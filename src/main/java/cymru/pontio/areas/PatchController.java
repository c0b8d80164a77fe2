package cymru.pontio.areas;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The county's patches, with what each is made of and how it came to be so. */
@Controller
class PatchController {
    private final Patches patches;
    private final CountyMaps maps;
    private final MessageSource messages;

    PatchController(Patches patches, CountyMaps maps, MessageSource messages) {
        this.patches = patches;
        this.maps = maps;
        this.messages = messages;
    }

    @GetMapping("/patches")
    String list(Actor actor, Model model, Locale locale) {
        CountyMap map = PatchMaps.plain(maps, new Formats(messages, locale));
        model.addAttribute("map", map);
        model.addAttribute("patches", inReadersOrder(patches.all(actor), map));
        model.addAttribute("mayEdit", actor.is(Role.COMMISSIONER));
        return "areas/patches";
    }

    @GetMapping("/patches.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        Csv csv = new Csv("patch", "patch_en", "patch_cy", "community_en", "community_cy", "outward_codes");
        for (PatchView patch : patches.all(actor)) {
            for (Community one : patch.communities())
                csv.row(
                        patch.locality().code(),
                        patch.locality().nameEn(),
                        patch.locality().nameCy(),
                        one.nameEn(),
                        one.nameCy(),
                        patch.codesText());
        }
        return csv.download("patches.csv");
    }

    @GetMapping("/patches/{code}")
    String one(Actor actor, @PathVariable String code, Model model, Locale locale) {
        PatchView patch = patches.view(actor, code);
        model.addAttribute("patch", patch);
        model.addAttribute(
                "map", PatchMaps.one(maps, new Formats(messages, locale), Map.of(code, 1), patch.locality()));
        model.addAttribute("mayEdit", actor.is(Role.COMMISSIONER) && patch.current());
        return "areas/patch";
    }

    /** As on the map, whose names are in the reader's alphabet. */
    private static List<PatchView> inReadersOrder(List<PatchView> all, CountyMap map) {
        List<String> order = map.patches().stream().map(CountyMap.Patch::code).toList();
        return all.stream()
                .sorted(Comparator.comparingInt(
                        one -> order.indexOf(one.locality().code())))
                .toList();
    }
}
