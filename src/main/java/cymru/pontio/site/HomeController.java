package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The choice of language, the home page and the pages about the product itself. */
@Controller
class HomeController {
    private final List<HomeTile> tiles;

    HomeController(List<HomeTile> tiles) {
        this.tiles = tiles;
    }

    @GetMapping("/")
    String chooseLanguage() {
        return "site/language";
    }

    @GetMapping("/home")
    String home(Actor actor, Model model) {
        Map<Boolean, List<HomeTile.Tile>> empty = tiles.stream()
                .flatMap(source -> source.of(actor).stream())
                .sorted(Comparator.comparing(HomeTile.Tile::warm).reversed().thenComparing(HomeTile.Tile::order))
                .collect(Collectors.partitioningBy(HomeTile.Tile::empty));
        model.addAttribute("tiles", empty.get(false));
        model.addAttribute("emptyTiles", empty.get(true));
        return "site/home";
    }

    @GetMapping("/help")
    String help() {
        return "site/help";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "site/accessibility";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "site/privacy";
    }

    @GetMapping("/cookies")
    String cookies() {
        return "site/cookies";
    }
}
