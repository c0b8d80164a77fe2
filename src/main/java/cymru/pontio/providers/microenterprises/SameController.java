package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Somebody a micro-enterprise recorded itself is the person of a placement, or is not after all. */
@Controller
@RequestMapping("/micro-enterprises/{ref}/same")
class SameController {
    private final Register register;
    private final Arrangements arrangements;

    SameController(Register register, Arrangements arrangements) {
        this.register = register;
        this.arrangements = arrangements;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable MicroRef ref, Model page) {
        page.addAttribute("form", new SameForm("", ""));
        return page(actor, ref, page);
    }

    @PostMapping
    String same(
            Actor actor,
            @PathVariable MicroRef ref,
            @ModelAttribute("form") SameForm form,
            BindingResult errors,
            Model page) {
        List<Arrangement> all = arrangements.of(actor, ref).arrangements();
        form.check(hands(all, false).toList(), placed(all).toList(), errors);
        if (errors.hasErrors()) return page(actor, ref, page);
        arrangements.same(actor, ref, UUID.fromString(form.hand()), UUID.fromString(form.placed()));
        return "redirect:/micro-enterprises/{ref}?done=microenterprises.same";
    }

    @PostMapping("/{who}/apart")
    String apart(Actor actor, @PathVariable MicroRef ref, @PathVariable UUID who) {
        arrangements.apart(actor, ref, who);
        return "redirect:/micro-enterprises/{ref}?done=microenterprises.apart";
    }

    private String page(Actor actor, MicroRef ref, Model page) {
        List<Arrangement> all = arrangements.of(actor, ref).arrangements();
        page.addAttribute("micro", register.view(actor, ref));
        page.addAttribute("hands", choices(hands(all, false)));
        page.addAttribute("linked", choices(hands(all, true)));
        page.addAttribute("placed", choices(placed(all)));
        return "microenterprises/same";
    }

    private static Stream<Arrangement> hands(List<Arrangement> all, boolean linked) {
        return all.stream().filter(one -> one.reference() != null && one.linked() == linked);
    }

    private static Stream<Arrangement> placed(List<Arrangement> all) {
        return all.stream().filter(one -> one.reference() == null);
    }

    private static List<Choice> choices(Stream<Arrangement> people) {
        return people.map(one -> new Choice(one.who().toString(), one.label()))
                .distinct()
                .toList();
    }
}
