package cymru.pontio.adverts.weighting;

import cymru.pontio.adverts.Criterion;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.Lot;
import cymru.pontio.site.Csv;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What counts how much for each kind of work, and the proposal to weigh otherwise. */
@Controller
class WeightingController {
    private final WeightSets sets;

    WeightingController(WeightSets sets) {
        this.sets = sets;
    }

    @GetMapping("/weighting")
    String list(Actor actor, Model model) {
        model.addAttribute("sets", sets.inForce(actor));
        model.addAttribute("criteria", Criterion.values());
        return "weighting/list";
    }

    @GetMapping("/weighting.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        List<String> header = new ArrayList<>(List.of("lot", "number", "status", "starts_on"));
        for (Criterion one : Criterion.values()) header.add(one.name().toLowerCase(Locale.ROOT));
        header.addAll(List.of("reason", "proposed_by", "proposed_at", "decided_by", "decided_at"));
        Csv csv = new Csv(header.toArray(String[]::new));
        for (Lot lot : Lot.values()) sets.of(actor, lot).forEach(set -> csv.row(cells(set)));
        return csv.download("weighting.csv");
    }

    @GetMapping("/weighting/{lot}")
    String one(Actor actor, @PathVariable String lot, Model model) {
        Lot kind = lot(lot);
        model.addAttribute("lot", kind);
        model.addAttribute("history", sets.of(actor, kind));
        model.addAttribute("now", now(actor, kind));
        model.addAttribute("today", sets.day());
        model.addAttribute("criteria", Criterion.values());
        model.addAttribute("mayDecide", actor.is(Role.COMMISSIONER));
        model.addAttribute("reader", actor.userId());
        return "weighting/lot";
    }

    @GetMapping("/weighting/{lot}/proposal")
    String form(Actor actor, @PathVariable String lot, Model model) {
        Lot kind = lot(lot);
        int seen = sets.mayPropose(actor, kind).number();
        model.addAttribute("form", WeightSetForm.of(now(actor, kind).weights(), sets.day(), seen));
        return page(kind, model);
    }

    @PostMapping("/weighting/{lot}/proposal")
    String propose(
            Actor actor,
            @PathVariable String lot,
            @Valid @ModelAttribute("form") WeightSetForm form,
            BindingResult errors,
            Model model) {
        Lot kind = lot(lot);
        form.check(sets.day(), day -> sets.on(day).get(kind), errors);
        if (errors.hasErrors()) return page(kind, model);
        sets.propose(actor, kind, form.toTerms());
        return "redirect:/weighting/{lot}?done=weighting.proposed";
    }

    static Lot lot(String path) {
        return Arrays.stream(Lot.values())
                .filter(lot -> lot.name().equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private WeightSet now(Actor actor, Lot lot) {
        return sets.inForce(actor).stream()
                .filter(one -> one.lot() == lot)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String page(Lot lot, Model model) {
        model.addAttribute("lot", lot);
        return "weighting/proposal";
    }

    private static @Nullable Object[] cells(WeightSet set) {
        List<@Nullable Object> cells = new ArrayList<>();
        LocalDate starts = set.startsOn();
        cells.addAll(List.of(set.lot(), set.number(), set.status(), starts));
        for (Criterion one : Criterion.values()) cells.add(set.weights().of(one));
        cells.add(set.reason());
        cells.add(set.proposedByName());
        cells.add(set.proposedAt());
        cells.add(set.decidedByName());
        cells.add(set.decidedAt());
        return cells.toArray();
    }
}
