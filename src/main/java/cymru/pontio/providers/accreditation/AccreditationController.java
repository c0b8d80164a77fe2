package cymru.pontio.providers.accreditation;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The council’s list of providers by accreditation, the file, and each of them. */
@Controller
class AccreditationController {
    private static final int FILE = 10_000;

    private final Register register;
    private final Checks checks;
    private final Areas areas;

    AccreditationController(Register register, Checks checks, Areas areas) {
        this.register = register;
        this.checks = checks;
        this.areas = areas;
    }

    @GetMapping("/accreditation")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable AccreditationState state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        List<Register.Row> rows = register.rows(actor, new Register.Filter(state, mine, after, Register.PAGE + 1));
        model.addAttribute("rows", rows.stream().limit(Register.PAGE).toList());
        model.addAttribute(
                "next",
                rows.size() > Register.PAGE ? rows.get(Register.PAGE - 1).ref() : "");
        model.addAttribute("filter", new Register.Filter(state, mine, after, 0));
        model.addAttribute("states", AccreditationState.values());
        model.addAttribute("opens", actor.is(Role.COMMISSIONER));
        return "accreditation/list";
    }

    @GetMapping("/accreditation.csv")
    ResponseEntity<byte[]> file(
            Actor actor,
            @RequestParam(required = false) @Nullable AccreditationState state,
            @RequestParam(defaultValue = "false") boolean mine) {
        Csv csv = new Csv(
                "provider", "name", "kind", "state", "lots", "tier", "accredited_until", "to_review", "questions");
        for (Register.Row row : register.rows(actor, new Register.Filter(state, mine, null, FILE)))
            csv.row(
                    row.ref(),
                    row.name(),
                    row.kind(),
                    row.state(),
                    row.lots().stream().map(Enum::name).collect(Collectors.joining(" ")),
                    row.tier(),
                    row.until(),
                    row.toReview(),
                    row.questions());
        return csv.download("accreditation.csv");
    }

    @GetMapping("/accreditation/{ref}")
    String one(Actor actor, @PathVariable String ref, Model model) {
        model.addAttribute("file", checks.file(actor, ref));
        model.addAttribute(
                "localities", areas.all().stream().collect(Collectors.toMap(Locality::code, Function.identity())));
        model.addAttribute("actor", actor);
        return "accreditation/one";
    }

    @PostMapping("/accreditation/{ref}/taking-up")
    String takeUp(Actor actor, @PathVariable String ref) {
        checks.takeUp(actor, ref);
        return "redirect:/accreditation/{ref}?done=accreditation.takenUp";
    }
}
