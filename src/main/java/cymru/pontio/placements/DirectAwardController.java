package cymru.pontio.placements;

import cymru.pontio.adverts.allocation.DirectReason;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.rates.Envelope;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Awarding a package without a round of bids. */
@Controller
@RequestMapping("/packages/{ref}/award/direct")
class DirectAwardController {
    private final DirectAwards direct;
    private final Places places;
    private final MessageSource messages;

    DirectAwardController(DirectAwards direct, Places places, MessageSource messages) {
        this.direct = direct;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping
    String form(
            Actor actor,
            @PathVariable PackageRef ref,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String provider,
            Model model,
            Locale locale) {
        DirectAwards.Offer offer = direct.offer(actor, ref);
        model.addAttribute("form", DirectForm.of(offer, ground, provider));
        return page(offer, model, locale);
    }

    @PostMapping
    String propose(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") DirectForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        DirectAwards.Offer offer = direct.offer(actor, ref);
        check(form, offer, errors);
        if (errors.hasErrors()) return page(offer, model, locale);
        AwardRef award = direct.propose(actor, ref, form.terms());
        return "redirect:/awards/" + award + "?done=placements.proposed";
    }

    private static void check(DirectForm form, DirectAwards.Offer offer, BindingResult errors) {
        Envelope envelope = offer.envelope();
        if (!errors.hasFieldErrors("rate") && !form.within(envelope))
            errors.rejectValue(
                    "rate",
                    "placements.form.rate.outside",
                    new Object[] {
                        envelope.floor().toString(), envelope.ceiling().toString()
                    },
                    null);
        if (!errors.hasFieldErrors("start")
                && form.startDay().isBefore(offer.facts().startEarliest().minusYears(1)))
            errors.rejectValue("start", "placements.form.start.early");
        if (!errors.hasFieldErrors("start") && form.startDay().isAfter(offer.latest()))
            errors.rejectValue("start", "placements.form.start.late", new Object[] {offer.latest()}, null);
        LocalDate left = offer.left();
        if (!errors.hasFieldErrors("start") && left != null && form.startDay().isBefore(left))
            errors.rejectValue("start", "placements.form.start.left", new Object[] {left}, null);
        boolean may = offer.candidates().stream()
                .anyMatch(one -> one.eligible() && one.provider().toString().equals(form.provider()));
        if (!may && !errors.hasFieldErrors("provider"))
            errors.rejectValue("provider", "placements.form.provider.missing");
    }

    private String page(DirectAwards.Offer offer, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("offer", offer);
        model.addAttribute("places", places.names(locale));
        model.addAttribute("providers", choices(offer, formats, locale));
        model.addAttribute(
                "refused",
                offer.candidates().stream().filter(one -> !one.eligible()).toList());
        model.addAttribute("grounds", formats.choices(DirectReason.values()));
        return "placements/direct";
    }

    private List<Choice> choices(DirectAwards.Offer offer, Formats formats, Locale locale) {
        return offer.candidates().stream()
                .filter(DirectAwards.Candidate::eligible)
                .map(one -> new Choice(one.provider().toString(), words(one, formats, locale)))
                .toList();
    }

    private String words(DirectAwards.Candidate one, Formats formats, Locale locale) {
        Money rate = one.rate();
        if (rate == null) return one.name();
        return messages.getMessage("placements.direct.choice", new Object[] {one.name(), formats.money(rate)}, locale);
    }
}
