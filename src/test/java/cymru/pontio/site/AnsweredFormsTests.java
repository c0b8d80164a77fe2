package cymru.pontio.site;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class AnsweredFormsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    Accounts accounts;

    @Autowired
    AnsweredForms forms;

    @Autowired
    JdbcClient jdbc;

    private final String key = AnsweredForms.newKey();
    private UUID account;

    @BeforeEach
    void somebodyToChange() {
        account = accounts.create(new Accounts.NewAccount(
                UUID.randomUUID() + "@pontio.test",
                "Rhys Rheoli",
                County.PASSWORD,
                county.manager().organisation(),
                county.manager().team(),
                Set.of(Role.TEAM_MANAGER),
                null));
    }

    /** Seeded fault: let every key through. */
    @Test
    void theSameFormTwiceCountsOnceAndGetsTheSameAnswer() {
        assertThat(send("40000")).hasStatus(302).redirectedUrl().endsWith("?done=accounts.changed");
        assertThat(send("40000")).hasStatus(302).redirectedUrl().endsWith("?done=accounts.changed");
        assertThat(changes()).isEqualTo(1);
    }

    /** Seeded fault: know a form by its key alone, so that who goes back is told that all is saved. */
    @Test
    void whoGoesBackAndWritesSomethingElseIsNotGivenTheFirstAnswer() {
        assertThat(send("40000")).hasStatus(302);
        assertThat(send("50000")).as("made from the page of the version before").hasStatus(409);
        assertThat(changes()).isEqualTo(1);
    }

    /** Seeded fault: give a first answer only to the account that sent the form. */
    @Test
    void whoClicksTwiceOnSignInIsSignedIn() {
        for (var who : List.of(anonymous(), as(county.manager())))
            assertThat(mvc.post()
                            .uri("/en/sign-in")
                            .param("_key", key)
                            .param("username", county.usernameOf(county.manager()))
                            .param("password", County.PASSWORD)
                            .with(csrf())
                            .with(who))
                    .hasStatus(302)
                    .redirectedUrl()
                    .endsWith("/home");
    }

    /** Seeded fault: give a first answer to whoever knows the key. */
    @Test
    void theAnswerToOnePersonIsNotForAnother() {
        assertThat(send("40000")).hasStatus(302);
        Actor admin = county.admin();
        Actor another = new Actor(
                UUID.randomUUID(),
                "Another administrator",
                admin.organisation(),
                admin.organisationName(),
                null,
                admin.roles(),
                null);
        assertThat(form("40000", key).with(as(another)).with(csrf()))
                .hasStatus(409)
                .bodyText()
                .contains("already sent");
    }

    @Test
    void aFormThatCameBackMayBeSentAgain() {
        assertThat(send("lots")).hasStatus(422);
        assertThat(send("lots")).hasStatus(422);
        assertThat(send("40000")).hasStatus(302);
    }

    /** Seeded fault: let the second click wait for an answer that the first does not get. */
    @Test
    void whoClicksTwiceOnAFormWithMistakesSeesThem() throws Exception {
        MockHttpServletRequest first = new MockHttpServletRequest("POST", "/en/accounts");
        MockHttpServletRequest second = new MockHttpServletRequest("POST", "/en/accounts");
        for (var request : List.of(first, second)) request.setParameter("_key", key);
        assertThat(forms.preHandle(first, new MockHttpServletResponse(), "")).isTrue();
        try (var clicks = Executors.newSingleThreadExecutor()) {
            var answered = clicks.submit(() -> forms.preHandle(second, new MockHttpServletResponse(), ""));
            assertThatThrownBy(() -> answered.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            MockHttpServletResponse mistakes = new MockHttpServletResponse();
            mistakes.setStatus(422);
            forms.afterCompletion(first, mistakes, "", null);
            assertThat(answered.get(4, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void keepsNoTraceOfAPassword() {
        assertThat(AnsweredForms.counts("password")).isFalse();
        assertThat(AnsweredForms.counts("newPassword")).isFalse();
        assertThat(AnsweredForms.counts("reason")).isTrue();
    }

    /** Whoever writes a form of their own has no key; the version it was made from decides then. */
    @Test
    void aFormWithoutAKeyIsTakenAndTheLawsHold() {
        assertThat(form("40000", null).with(csrf())).hasStatus(302);
        assertThat(form("40000", "no key").with(csrf())).hasStatus(409);
        assertThat(changes()).isEqualTo(1);
    }

    /** Seeded faults: let forms of other sites through; ask for no token. */
    @Test
    void aFormOfAnotherSiteChangesNothing() {
        for (String site : List.of("cross-site", "same-site"))
            assertThat(form("40000", key).with(csrf()).header("Sec-Fetch-Site", site))
                    .hasStatus(403);
        assertThat(form("40000", key).header("Origin", "https://evil.example")).hasStatus(403);
        assertThat(form("40000", key).with(csrf().useInvalidToken())).hasStatus(403);
        assertThat(changes()).isZero();
        assertThat(form("40000", key).with(csrf()).header("Sec-Fetch-Site", "same-origin"))
                .hasStatus(302);
    }

    @Test
    void forgetsAfterAWeek() {
        jdbc.sql("""
                insert into site.answered_form (key, content, path, started_at)
                values (cast(:key as uuid), 'old', '/x', clock_timestamp() - interval '8 days'),
                       (cast(:key as uuid), 'new', '/x', clock_timestamp() - interval '6 days')""").param("key", key).update();
        forms.forget();
        assertThat(jdbc.sql("select count(*) from site.answered_form where key = cast(? as uuid)")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int changes() {
        return jdbc.sql("select count(*) from audit.entry where subject = ? and action = 'AccountChanged'")
                .param("ACCOUNT " + account)
                .query(Integer.class)
                .single();
    }

    private MvcTestResult send(String limit) {
        return form(limit, key).with(csrf()).exchange();
    }

    private MockMvcTester.MockMvcRequestBuilder form(String limit, @Nullable String with) {
        MockMvcTester.MockMvcRequestBuilder form = mvc.post().uri("/en/accounts/" + account);
        if (with != null) form.param("_key", with);
        return form.param("version", "0")
                .param("team", String.valueOf(county.manager().team()))
                .param("roles", "TEAM_MANAGER")
                .param("approvalLimit", limit)
                .param("confirm", "true")
                .with(as(county.admin()));
    }
}
