package cymru.pontio.site;

import cymru.pontio.identity.AccountDirectory;
import cymru.pontio.identity.Accounts;
import cymru.pontio.identity.Invitations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody new, as an administrator types it. */
record InvitationForm(
        @NotBlank(message = "{accounts.new.name.missing}") @Size(max = 100, message = "{accounts.new.name.missing}")
        String name,

        @Size(max = 100, message = "{accounts.new.username.wrong}")
        @Pattern(regexp = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", message = "{accounts.new.username.wrong}")
        String username,

        @NotBlank(message = "{accounts.new.organisation.missing}")
        String organisation,

        @Valid AccountForm access) {
    InvitationForm(
            @Nullable String name,
            @Nullable String username,
            @Nullable String organisation,
            @Nullable AccountForm access) {
        this.name = name == null ? "" : name.strip();
        this.username = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
        this.organisation = organisation == null ? "" : organisation;
        this.access = access == null ? new AccountForm(null, null, null, null, null) : access;
    }

    static InvitationForm blank() {
        return new InvitationForm(null, null, null, null);
    }

    /** One of those that can be chosen. */
    Optional<UUID> organisation(List<Invitations.Organisation> known) {
        return known.stream()
                .map(Invitations.Organisation::id)
                .filter(id -> id.toString().equals(organisation))
                .findFirst();
    }

    Accounts.Terms terms(List<AccountDirectory.Team> teams) {
        return access.terms(teams);
    }
}
