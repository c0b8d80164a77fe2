package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import cymru.pontio.site.PackageTabs;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Variations as lists: all that the reader may see, those of one package, and how long they took. */
@Controller
class VariationListController {
    private final VariationRecords records;
    private final PackageVariations ofPackage;
    private final Turnaround turnaround;
    private final PackageTabs tabs;
    private final MessageSource messages;

    VariationListController(
            VariationRecords records,
            PackageVariations ofPackage,
            Turnaround turnaround,
            PackageTabs tabs,
            MessageSource messages) {
        this.records = records;
        this.ofPackage = ofPackage;
        this.turnaround = turnaround;
        this.tabs = tabs;
        this.messages = messages;
    }

    @GetMapping("/variations")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable VariationStatus status,
            @RequestParam(required = false) @Nullable VariationRef after,
            Model model,
            Locale locale) {
        model.addAttribute("page", records.list(actor, status, after));
        model.addAttribute("status", status);
        model.addAttribute("statuses", new Formats(messages, locale).choices(VariationStatus.values()));
        model.addAttribute("measured", actor.isAny(Turnaround.READERS));
        return "variations/list";
    }

    @GetMapping("/variations.csv")
    ResponseEntity<byte[]> file(
            Actor actor, @RequestParam(required = false) @Nullable VariationStatus status, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv(VariationFile.header(formats));
        records.all(actor, status).forEach(row -> csv.row(VariationFile.cells(row, formats)));
        return csv.download("variations.csv");
    }

    @GetMapping("/variations/turnaround")
    String turnaround(Actor actor, Model model) {
        model.addAttribute("months", turnaround.months(actor));
        return "variations/turnaround";
    }

    @GetMapping("/variations/turnaround.csv")
    ResponseEntity<byte[]> turnaroundFile(Actor actor, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv(VariationFile.turnaroundHeader(formats));
        turnaround.months(actor).forEach(month -> csv.row(VariationFile.cells(month)));
        return csv.download("variations-turnaround.csv");
    }

    @GetMapping("/packages/{ref}/variations")
    String ofPackage(Actor actor, @PathVariable PackageRef ref, Model model) {
        model.addAttribute("view", ofPackage.of(actor, ref));
        model.addAttribute("tabs", tabs.of(actor, ref.value(), VariationsTab.KEY));
        return "variations/of-package";
    }
}
