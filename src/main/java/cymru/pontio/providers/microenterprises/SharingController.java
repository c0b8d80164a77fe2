package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.CareService;
import cymru.pontio.site.Choice;
import cymru.pontio.site.DateParts;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who belongs to a network, and which member does which part of a shared package. */
@Controller
@RequestMapping("/micro-enterprises/networks/{id}")
class SharingController {
    /** Where on its form a refusal stands: what was chosen is kept. */
    private static final Map<String, String> FIELDS = Map.of(
            "microenterprises.error.ended", "ref",
            "microenterprises.error.member", "ref",
            "microenterprises.error.notListed", "member",
            "microenterprises.error.notHelp", "help",
            "microenterprises.error.shared", "help",
            "microenterprises.error.shareUnrecorded", "help");

    private static final String BACK = "redirect:/micro-enterprises/networks/{id}?done=microenterprises.";

    private final Networks networks;
    private final Register register;
    private final MicroModel model;

    SharingController(Networks networks, Register register, MicroModel model) {
        this.networks = networks;
        this.register = register;
        this.model = model;
    }

    @GetMapping("/members")
    String askMember(Actor actor, @PathVariable UUID id, Model page) {
        page.addAttribute("form", new MemberForm("", DateParts.of(networks.today())));
        return member(networks.view(actor, id), choices(actor), page);
    }

    @PostMapping("/members")
    String join(
            Actor actor,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            Model page) {
        List<Choice> choices = choices(actor);
        form.check(choices, errors);
        if (!errors.hasErrors()) refusedAt(errors, () -> join(actor, id, form));
        return errors.hasErrors() ? member(networks.view(actor, id), choices, page) : BACK + "joined";
    }

    @PostMapping("/members/{member}/ending")
    String leave(Actor actor, @PathVariable UUID id, @PathVariable UUID member) {
        networks.leave(actor, id, member);
        return BACK + "left";
    }

    @GetMapping("/shares")
    String askShare(Actor actor, @PathVariable UUID id, Model page, Locale locale) {
        page.addAttribute("form", ShareForm.blank());
        return share(networks.view(actor, id), page, locale);
    }

    @PostMapping("/shares")
    String share(
            Actor actor,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ShareForm form,
            BindingResult errors,
            Model page,
            Locale locale) {
        Network network = networks.view(actor, id);
        form.check(network, networks.today(), errors);
        if (!errors.hasErrors()) refusedAt(errors, () -> share(actor, id, form));
        return errors.hasErrors() ? share(network, page, locale) : BACK + "shared";
    }

    @PostMapping("/shares/{share}/ending")
    String unshare(Actor actor, @PathVariable UUID id, @PathVariable UUID share) {
        networks.unshare(actor, id, share);
        return BACK + "unshared";
    }

    private void join(Actor actor, UUID id, MemberForm form) {
        networks.join(
                actor, id, MicroRef.valueOf(form.ref()), form.from().date().orElseThrow());
    }

    private void share(Actor actor, UUID id, ShareForm form) {
        networks.share(actor, id, form.packageRef(), form.memberId(), form.chosen(), form.digits());
    }

    private static void refusedAt(BindingResult errors, Runnable verb) {
        try {
            verb.run();
        } catch (RuleBroken refused) {
            String field = FIELDS.get(refused.messageKey());
            if (field == null) throw refused;
            errors.rejectValue(field, refused.messageKey(), refused.args(), null);
        }
    }

    private List<Choice> choices(Actor actor) {
        return register.list(actor, new MicroFilter(null, null, null, null)).stream()
                .filter(micro -> micro.state() != MicroState.ENDED)
                .map(micro -> new Choice(micro.ref().value(), micro.name()))
                .toList();
    }

    private static String member(Network network, List<Choice> choices, Model page) {
        page.addAttribute("network", network);
        page.addAttribute("choices", choices);
        return "microenterprises/member";
    }

    private String share(Network network, Model page, Locale locale) {
        page.addAttribute("network", network);
        page.addAttribute(
                "members",
                network.now(networks.today()).stream()
                        .map(one -> new Choice(one.id().toString(), one.name()))
                        .toList());
        page.addAttribute("helps", model.formats(locale).choices(CareService.values()));
        page.addAttribute("days", model.weekdays(locale));
        return "microenterprises/share";
    }
}
