package cymru.pontio.site;

import cymru.pontio.identity.AccountDirectory;
import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Who may sign in and what they may do. An administrator changes everybody's account but their own. */
@Controller
class AccountsController {
    private final Accounts accounts;
    private final AccountDirectory directory;
    private final MessageSource messages;

    AccountsController(Accounts accounts, AccountDirectory directory, MessageSource messages) {
        this.accounts = accounts;
        this.directory = directory;
        this.messages = messages;
    }

    @GetMapping("/accounts")
    String list(Actor actor, @RequestParam @Nullable UUID after, Model model) {
        model.addAttribute("page", directory.page(actor, after));
        model.addAttribute("after", after);
        return "site/accounts";
    }

    @GetMapping("/accounts/{id}")
    String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        AccountDirectory.View account = directory.view(actor, id);
        model.addAttribute("form", AccountForm.of(account));
        return page(actor, account, locale, model);
    }

    @PostMapping("/accounts/{id}")
    String change(
            Actor actor,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        AccountDirectory.View account = directory.view(actor, id);
        account.refusals(form.terms(account))
                .forEach(refusal -> errors.rejectValue(AccountForm.field(refusal), refusal.messageKey()));
        if (errors.hasErrors()) return page(actor, account, locale, model);
        accounts.change(actor, id, form.terms(account), form.seen());
        return "redirect:/accounts/" + id + "?done=accounts.changed";
    }

    @GetMapping("/accounts/{id}/{verb:suspend|restore}")
    String ask(Actor actor, @PathVariable UUID id, @PathVariable String verb, Model model) {
        model.addAttribute("account", directory.view(actor, id));
        model.addAttribute("verb", verb);
        return "site/account-status";
    }

    @PostMapping("/accounts/{id}/suspend")
    String suspend(Actor actor, @PathVariable UUID id) {
        accounts.suspend(actor, id);
        return "redirect:/accounts/" + id + "?done=accounts.suspended";
    }

    @PostMapping("/accounts/{id}/restore")
    String restore(Actor actor, @PathVariable UUID id) {
        accounts.restore(actor, id);
        return "redirect:/accounts/" + id + "?done=accounts.restored";
    }

    private String page(Actor actor, AccountDirectory.View account, Locale locale, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("own", account.id().equals(actor.userId()));
        model.addAttribute("roleChoices", roles(account, new Formats(messages, locale)));
        model.addAttribute(
                "teamChoices",
                account.teams().stream()
                        .map(team -> new Choice(team.id().toString(), team.name()))
                        .toList());
        return "site/account";
    }

    /** Those that can be given in this organisation at all. */
    private static List<Choice> roles(AccountDirectory.View account, Formats formats) {
        boolean provider = account.kind().equals("PROVIDER");
        return List.of(Role.values()).stream()
                .filter(role -> role.ofProvider() == provider)
                .map(role -> new Choice(role.name(), formats.label(role)))
                .toList();
    }
}
