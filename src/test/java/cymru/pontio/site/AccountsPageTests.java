package cymru.pontio.site;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.identity.AccountDirectory;
import cymru.pontio.identity.Accounts;
import cymru.pontio.identity.SignIns;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class AccountsPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountDirectory directory;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    private Actor admin;
    private UUID manager;
    private String username;

    @BeforeEach
    void somebodyToChange() {
        admin = county.admin();
        username = UUID.randomUUID() + "@pontio.test";
        manager = accounts.create(new Accounts.NewAccount(
                username,
                "<b>Huw’n Rheoli</b>",
                County.PASSWORD,
                county.manager().organisation(),
                county.manager().team(),
                Set.of(Role.TEAM_MANAGER),
                null));
    }

    @Test
    void pagesAreForAdministratorsAlone() {
        for (String path : List.of("/accounts", "/accounts/" + manager, "/accounts/" + manager + "/suspend")) {
            assertThat(mvc.get().uri("/en" + path).with(as(admin))).as(path).hasStatusOk();
            assertThat(mvc.get().uri("/cy" + path).with(as(admin))).as(path).hasStatusOk();
            for (Actor actor : List.of(county.manager(), county.auditor(), county.broker(), county.providerA()))
                assertThat(mvc.get().uri("/en" + path).with(as(actor))).as(path).hasStatus(404);
            assertThat(mvc.get().uri("/en" + path)).as(path).hasStatus(302);
        }
        assertThatThrownBy(() -> directory.page(county.auditor(), null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> accounts.suspend(county.broker(), manager)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoIsNotThereIsNotThere() {
        assertThat(mvc.get().uri("/en/accounts/" + UUID.randomUUID()).with(as(admin)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/en/accounts/1").with(as(admin))).hasStatus(404);
        assertThat(mvc.get().uri("/en/accounts/" + manager + "/erase").with(as(admin)))
                .hasStatus(404);
    }

    @Test
    void listsEverybodyWithRolesAndStatus() {
        StringBuilder all = new StringBuilder();
        UUID after = null;
        do {
            AccountDirectory.Page page = directory.page(admin, after);
            assertThat(page.accounts()).hasSizeLessThanOrEqualTo(AccountDirectory.PAGE);
            all.append(page.accounts());
            after = page.next();
        } while (after != null);
        assertThat(all.toString()).contains(username, "Bethan Broker", "Aderyn Care");
        assertThat(mvc.get().uri("/cy/accounts").with(as(admin)))
                .bodyText()
                .contains("Gweithredol", "Cyfrifon")
                .doesNotContain("<b>Huw");
    }

    @Test
    void changesRolesAndLimitOnceConfirmed() {
        assertThat(change("roles", "TEAM_MANAGER", "approvalLimit", "£40,000"))
                .hasStatus(422)
                .bodyText()
                .contains("Confirm that");
        assertThat(change("roles", "TEAM_MANAGER", "approvalLimit", "£40,000", "confirm", "true"))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("?done=accounts.changed");
        AccountDirectory.View changed = directory.view(admin, manager);
        assertThat(changed.approvalLimit()).isEqualTo(Money.of("40000"));
        assertThat(changed.roles()).containsExactly(Role.TEAM_MANAGER);
        assertThat(change("roles", "BROKER", "confirm", "true"))
                .as("the page was of the version before")
                .hasStatus(409);
        assertThat(audit()).contains("AccountChanged");
    }

    @Test
    void saysAllFaultsAtOnceInBothLanguages() {
        assertThat(change("approvalLimit", "lots"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Choose at least one role",
                        "Enter the approval limit in pounds",
                        "Confirm that",
                        "<title>Error: ",
                        "lots");
        assertThat(mvc.post()
                        .uri("/cy/accounts/" + manager)
                        .param("approvalLimit", "5")
                        .with(as(admin))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Dewiswch o leiaf un rôl", "Dim ond rheolwr tîm", "Cadarnhewch");
    }

    @Test
    void keepsWhatWasTypedWhenTheLanguageIsSwitched() {
        assertThat(mvc.post()
                        .uri("/en/accounts/" + manager)
                        .param("roles", "FINANCE")
                        .param("approvalLimit", "half typed")
                        .param("_language", "cy")
                        .contentType("application/x-www-form-urlencoded")
                        .with(as(admin))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("Terfyn cymeradwyo", "half typed")
                .doesNotContain("Mae problem");
        assertThat(directory.view(admin, manager).roles()).containsExactly(Role.TEAM_MANAGER);
    }

    /** Seeded fault: take the roles as they come. */
    @Test
    void givesNoRoleThatDoesNotFitTheOrganisation() {
        AccountDirectory.View council = directory.view(admin, manager);
        AccountDirectory.View provider =
                directory.view(admin, county.providerA().userId());
        assertThat(provider.refusals(terms(Role.BROKER))).contains(AccountDirectory.Refusal.COUNCIL_ROLE_IN_PROVIDER);
        assertThat(council.refusals(terms(Role.PROVIDER_MANAGER)))
                .contains(AccountDirectory.Refusal.PROVIDER_ROLE_OUTSIDE_PROVIDER);
        assertThat(council.refusals(terms(Role.ADMIN, Role.FINANCE)))
                .contains(AccountDirectory.Refusal.ADMIN_STANDS_ALONE);
        assertThat(council.refusals(terms(Role.SOCIAL_WORKER))).contains(AccountDirectory.Refusal.TEAM_MISSING);
        // Seeded fault, by itself: take any team.
        assertThat(council.refusals(new Accounts.Terms(Set.of(Role.SOCIAL_WORKER), UUID.randomUUID(), null)))
                .containsExactly(AccountDirectory.Refusal.TEAM_OF_ANOTHER_ORGANISATION);
        assertThat(council.refusals(terms(Role.FINANCE))).isEmpty();
        assertThatThrownBy(() -> accounts.change(admin, county.providerA().userId(), terms(Role.BROKER), 0))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void suspendsAndRestoresWithEffectAtOnce() {
        SignIns.Welcome welcome = (SignIns.Welcome) signIns.signIn(username, County.PASSWORD, "test");
        assertThat(signIns.resume(welcome.token())).isPresent();
        assertThat(post("suspend")).hasStatus(302).redirectedUrl().endsWith("?done=accounts.suspended");
        assertThat(signIns.resume(welcome.token())).isEmpty();
        assertThat(signIns.signIn(username, County.PASSWORD, "test")).isInstanceOf(SignIns.Wrong.class);
        assertThat(post("suspend")).as("twice").hasStatus(409);
        assertThat(post("restore")).hasStatus(302);
        assertThat(signIns.signIn(username, County.PASSWORD, "test")).isInstanceOf(SignIns.Welcome.class);
        assertThat(audit()).contains("SignedIn", "AccountSuspended", "AccountRestored");
    }

    @Test
    void signingInAndOutIsInTheAudit() {
        SignIns.Welcome welcome = (SignIns.Welcome) signIns.signIn(username, County.PASSWORD, "test");
        signIns.signOut(welcome.token());
        signIns.signOut(welcome.token());
        assertThat(audit()).containsExactly("SignedIn", "SignedOut");
    }

    /** The link opens once, and a new one closes the old. */
    @Test
    void invitesSomebodyWhoChoosesTheirOwnPasswordOnce() {
        String newcomer = "new-" + username;
        MvcTestResult answer = invite("username", newcomer.toUpperCase(java.util.Locale.ROOT));
        String first = link(answer);
        assertThat(mvc.get().uri("/en/accounts").with(as(admin))).bodyText().contains("/accounts/new");
        assertThat(signIns.signIn(newcomer, County.PASSWORD, "test")).isInstanceOf(SignIns.Wrong.class);
        UUID id = jdbc.sql("select id from identity.account where username = ?")
                .param(newcomer)
                .query(UUID.class)
                .single();
        assertThat(mvc.get().uri("/cy/accounts/" + id).with(as(admin)))
                .bodyText()
                .contains("Wedi’i wahodd");
        String second = link(mvc.post()
                .uri("/en/accounts/" + id + "/invitation")
                .with(as(admin))
                .with(csrf())
                .exchange());
        assertThat(mvc.get().uri("/en/invitation/" + first)).as("replaced").hasStatus(404);
        assertThat(mvc.get().uri("/cy/invitation/" + second))
                .hasStatusOk()
                .bodyText()
                .contains("Gwen Newydd");
        assertThat(password(second, "short")).hasStatus(422);
        assertThat(password(second, "tri gair hollol wahanol")).hasStatus(302);
        assertThat(password(second, "another password altogether")).hasStatus(404);
        assertThat(mvc.get().uri("/en/invitation/" + second)).hasStatus(404);
        assertThat(signIns.signIn(newcomer, "tri gair hollol wahanol", "test")).isInstanceOf(SignIns.Welcome.class);
        assertThat(mvc.post()
                        .uri("/en/accounts/" + id + "/invitation")
                        .with(as(admin))
                        .with(csrf()))
                .hasStatus(409);
        assertThat(jdbc.sql("select action from audit.entry where subject = ? order by id")
                        .param("ACCOUNT " + id)
                        .query(String.class)
                        .list())
                .containsExactly("AccountInvited", "InvitationRenewed", "InvitationTakenUp", "SignedIn");
    }

    @Test
    void saysAllThatIsWrongWithAnInvitation() {
        assertThat(mvc.post().uri("/en/accounts/new").with(as(admin)).with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter the person’s name", "Enter an email address", "Choose the organisation", "Confirm that");
        assertThat(invite("username", username)).hasStatus(422).bodyText().contains("Somebody already has an account");
        assertThat(invite("access.roles", "PROVIDER_MANAGER"))
                .hasStatus(422)
                .bodyText()
                .contains("Only a provider’s people can have a provider’s role");
        assertThat(mvc.get().uri("/en/accounts/new").with(as(county.broker()))).hasStatus(404);
        assertThat(mvc.get().uri("/en/invitation/nothing-that-was-ever-made")).hasStatus(404);
    }

    @Test
    void aLinkRunsOut() {
        String token = link(invite("username", "late-" + username));
        jdbc.sql(
                        "update identity.invitation set invited_at = invited_at - interval '8 days', ends_at = ends_at - interval '8 days'")
                .update();
        assertThat(mvc.get().uri("/en/invitation/" + token)).hasStatus(404);
        assertThat(password(token, "tri gair hollol wahanol")).hasStatus(404);
    }

    private MvcTestResult invite(String field, String value) {
        java.util.Map<String, String> typed = new java.util.HashMap<>(java.util.Map.of(
                "name",
                "Gwen Newydd",
                "username",
                "any-" + username,
                "organisation",
                county.manager().organisation().toString(),
                "access.roles",
                "FINANCE",
                "access.confirm",
                "true"));
        typed.put(field, value);
        var request = mvc.post().uri("/en/accounts/new").with(as(admin)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult password(String token, String password) {
        return mvc.post()
                .uri("/en/invitation/" + token)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private static String link(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            String page = answer.getResponse().getContentAsString();
            var found = java.util.regex.Pattern.compile("/invitation/([\\w-]+)").matcher(page);
            assertThat(found.find()).as(page).isTrue();
            return found.group(1);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seeded fault: look only at the role. */
    @Test
    void nobodyChangesTheirOwnAccount() {
        String own = "/en/accounts/" + admin.userId();
        assertThat(mvc.get().uri(own).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("This is your own account")
                .doesNotContain("name=\"roles\"", own + "/suspend");
        assertThat(mvc.post().uri(own + "/suspend").with(as(admin)).with(csrf()))
                .hasStatus(409);
        assertThat(mvc.post()
                        .uri(own)
                        .param("roles", "ADMIN")
                        .param("confirm", "true")
                        .param("version", "0")
                        .with(as(admin))
                        .with(csrf()))
                .hasStatus(409)
                .bodyText()
                .contains("You cannot change your own account");
    }

    private static Accounts.Terms terms(Role... roles) {
        return new Accounts.Terms(Set.of(roles), null, null);
    }

    private List<String> audit() {
        return jdbc.sql("select action from audit.entry where subject = ? order by id")
                .param("ACCOUNT " + manager)
                .query(String.class)
                .list();
    }

    private MvcTestResult post(String verb) {
        return mvc.post()
                .uri("/en/accounts/" + manager + "/" + verb)
                .with(as(admin))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult change(String... fields) {
        var request = mvc.post()
                .uri("/en/accounts/" + manager)
                .param("version", "0")
                .param("team", String.valueOf(county.manager().team()))
                .with(as(admin))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }
}
