package cymru.pontio.site;

import cymru.pontio.identity.AccountDirectory;
import cymru.pontio.identity.AccountDirectory.Refusal;
import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes of an account, as typed.
 *
 * @param version of the account when the page was shown
 */
record AccountForm(
        List<String> roles,
        String team,

        @Pattern(regexp = "|£? ?[0-9][0-9,]{0,11}(\\.[0-9]{2})?", message = "{accounts.form.approvalLimit.wrong}")
        String approvalLimit,

        @AssertTrue(message = "{accounts.form.confirm.missing}")
        Boolean confirm,

        String version) {
    AccountForm(
            @Nullable List<String> roles,
            @Nullable String team,
            @Nullable String approvalLimit,
            @Nullable Boolean confirm,
            @Nullable String version) {
        this.roles = roles == null ? List.of() : List.copyOf(roles);
        this.team = team == null ? "" : team.strip();
        this.approvalLimit = approvalLimit == null ? "" : approvalLimit.strip();
        this.confirm = Objects.requireNonNullElse(confirm, false);
        this.version = version == null ? "" : version;
    }

    static AccountForm of(AccountDirectory.View account) {
        Money limit = account.approvalLimit();
        return new AccountForm(
                account.roles().stream().map(Role::name).toList(),
                account.team() == null ? "" : account.team().toString(),
                limit == null ? "" : limit.toString(),
                false,
                String.valueOf(account.version()));
    }

    /** Where a refusal is shown. */
    static String field(Refusal refusal) {
        return switch (refusal) {
            case TEAM_MISSING, TEAM_OF_ANOTHER_ORGANISATION -> "team";
            case LIMIT_WITHOUT_MANAGER -> "approvalLimit";
            default -> "roles";
        };
    }

    long seen() {
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }

    /** Roles that do not exist are left out; a limit of nothing is none. */
    Accounts.Terms terms(AccountDirectory.View account) {
        return terms(account.teams());
    }

    Accounts.Terms terms(List<AccountDirectory.Team> teams) {
        return new Accounts.Terms(known(roles), team(teams), limit());
    }

    private @Nullable UUID team(List<AccountDirectory.Team> teams) {
        return teams.stream()
                .map(AccountDirectory.Team::id)
                .filter(id -> id.toString().equals(team))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Money limit() {
        String figures = approvalLimit.replaceAll("[^0-9.]", "");
        if (figures.isEmpty() || !figures.matches("[0-9]{1,9}(\\.[0-9]{2})?")) return null;
        Money limit = Money.of(figures);
        return limit.pounds().signum() > 0 ? limit : null;
    }

    private static Set<Role> known(List<String> names) {
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
