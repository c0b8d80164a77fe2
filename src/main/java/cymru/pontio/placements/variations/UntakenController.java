package cymru.pontio.placements.variations;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hours that a provider declined and nobody gives. */
@Controller
class UntakenController {
    private final Untaken untaken;
    private final VariationRecords records;
    private final MessageSource messages;

    UntakenController(Untaken untaken, VariationRecords records, MessageSource messages) {
        this.untaken = untaken;
        this.records = records;
        this.messages = messages;
    }

    @GetMapping("/variations/untaken")
    String list(Actor actor, @RequestParam(required = false) @Nullable VariationRef after, Model model) {
        model.addAttribute("page", untaken.list(actor, after));
        return "variations/untaken";
    }

    @GetMapping("/variations/untaken.csv")
    ResponseEntity<byte[]> file(Actor actor, Locale locale) {
        Formats formats = new Formats(messages, locale);
        Csv csv = new Csv(VariationFile.header(formats));
        untaken.all(actor).forEach(row -> csv.row(VariationFile.cells(row, formats)));
        return csv.download("variations-untaken.csv");
    }

    @GetMapping("/variations/{ref}/settlement")
    String settlement(Actor actor, @PathVariable VariationRef ref, Model model) {
        model.addAttribute("form", ReasonForm.blank());
        return page(actor, ref, model);
    }

    @PostMapping("/variations/{ref}/settlement")
    String settle(
            Actor actor,
            @PathVariable VariationRef ref,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(actor, ref, model);
        untaken.settle(actor, ref, form.reason());
        return "redirect:/variations/{ref}?done=variations.settled";
    }

    private String page(Actor actor, VariationRef ref, Model model) {
        Variation shown = records.view(actor, ref).variation();
        if (!untaken.waitsFor(actor, shown)) throw new NotFound();
        model.addAttribute("variation", shown);
        model.addAttribute("how", "settlement");
        return "variations/objection";
    }
}
