package cymru.pontio.site;

import cymru.pontio.identity.AccountDirectory;
import cymru.pontio.identity.Invitations;
import cymru.pontio.identity.Invitations.Invited;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Inviting somebody, and coming in by the link. The link is shown once, on the page that answers the form. */
@Controller
class InvitationController {
    private final Invitations invitations;
    private final AccountDirectory directory;
    private final MessageSource messages;

    InvitationController(Invitations invitations, AccountDirectory directory, MessageSource messages) {
        this.invitations = invitations;
        this.directory = directory;
        this.messages = messages;
    }

    /** Chosen by the person who was invited; it is never shown again. */
    record PasswordForm(
            @Size(min = 12, max = 200, message = "{accreditation.join.password.wrong}")
            String password) {
        PasswordForm(@Nullable String password) {
            this.password = password == null ? "" : password;
        }
    }

    @GetMapping("/accounts/new")
    String blank(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", InvitationForm.blank());
        return page(actor, model, locale);
    }

    @PostMapping("/accounts/new")
    String invite(
            Actor actor,
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Optional<UUID> organisation = form.organisation(invitations.organisations(actor));
        List<AccountDirectory.Team> teams = directory.teams(actor);
        organisation.ifPresent(id -> directory
                .newcomer(actor, id)
                .refusals(form.terms(teams))
                .forEach(refusal -> errors.rejectValue("access." + AccountForm.field(refusal), refusal.messageKey())));
        if (errors.hasErrors()) return page(actor, model, locale);
        Optional<Invited> invited = invitations.invite(
                actor,
                new Invitations.Newcomer(
                        form.username(), form.name(), organisation.orElseThrow(NotFound::new), form.terms(teams)));
        if (invited.isPresent()) return link(actor, invited.get(), model);
        errors.rejectValue("username", "accounts.new.username.taken");
        return page(actor, model, locale);
    }

    @PostMapping("/accounts/{id}/invitation")
    String renew(Actor actor, @PathVariable UUID id, Model model) {
        return link(actor, invitations.renew(actor, id), model);
    }

    @GetMapping("/invitation/{token:[\\w-]{20,100}}")
    String comeIn(@PathVariable String token, Model model) {
        model.addAttribute("form", new PasswordForm(null));
        return choose(token, model);
    }

    @PostMapping("/invitation/{token:[\\w-]{20,100}}")
    String takeUp(
            @PathVariable String token,
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return choose(token, model);
        invitations.takeUp(token, form.password());
        return "redirect:/sign-in?done=accounts.takenUp";
    }

    private String choose(String token, Model model) {
        model.addAttribute("name", invitations.nameFor(token));
        model.addAttribute("token", token);
        return "site/invitation";
    }

    private String link(Actor actor, Invited invited, Model model) {
        model.addAttribute("account", directory.view(actor, invited.account()));
        model.addAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .pathSegment("invitation", invited.token())
                        .toUriString());
        return "site/account-link";
    }

    private String page(Actor actor, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("roleChoices", formats.choices(Role.values()));
        model.addAttribute(
                "teamChoices",
                directory.teams(actor).stream()
                        .map(team -> new Choice(team.id().toString(), team.name()))
                        .toList());
        model.addAttribute(
                "organisationChoices",
                invitations.organisations(actor).stream()
                        .map(one -> new Choice(one.id().toString(), one.name()))
                        .toList());
        return "site/account-new";
    }
}
