package cymru.pontio.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class SignInPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    Accounts accounts;

    @Test
    void sendsStrangersToTheSignInPageAndBack() {
        assertThat(mvc.get().uri("/cy/home")).hasStatus(302).redirectedUrl().endsWith("/cy/sign-in");
        assertThat(mvc.get().uri("/en/audit?subject=x"))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/en/sign-in?next=%2Faudit%3Fsubject%3Dx");
    }

    @Test
    void asksForBothAtOnceAndKeepsTheName() {
        assertThat(signIn("nobody@pontio.test", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Enter your password", "nobody@pontio.test", "<title>Error: Sign in");
        assertThat(mvc.post().uri("/cy/sign-in").with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Rhowch eich cyfrinair", "Rhowch eich cyfeiriad e-bost");
    }

    @Test
    void keepsWhatWasTypedWhenTheLanguageIsSwitched() {
        assertThat(mvc.post()
                        .uri("/en/sign-in")
                        .param("username", "half typed")
                        .param("_language", "cy")
                        .contentType("application/x-www-form-urlencoded")
                        .with(csrf()))
                .hasStatus(200)
                .bodyText()
                .contains("Mewngofnodi", "half typed")
                .doesNotContain("Mae problem");
    }

    /** Seeded fault: read the session without the account's status. */
    @Test
    void refusesASuspendedPersonOnTheVeryNextRequest() {
        Actor person = county.dpAdviser();
        MvcTestResult welcome = signIn(county.usernameOf(person), County.PASSWORD);
        assertThat(welcome).hasStatus(302).redirectedUrl().endsWith("/home");
        Cookie cookie = Objects.requireNonNull(welcome.getResponse().getCookie("pontio-session"));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(mvc.get().uri("/en/home").cookie(cookie)).hasStatusOk();
        accounts.suspend(county.admin(), person.userId());
        assertThat(mvc.get().uri("/en/home").cookie(cookie)).hasStatus(302);
        accounts.restore(county.admin(), person.userId());
    }

    @Test
    void closesWhatIsNotListed() {
        assertThat(mvc.get().uri("/en/no-such-page").with(County.as(county.admin())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/en/audit").with(County.as(county.broker()))).hasStatus(404);
    }

    @Test
    void sendsThePolicyThatKeepsForeignScriptsOut() {
        assertThat(mvc.get().uri("/en/sign-in"))
                .hasStatusOk()
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        values -> assertThat(values.getFirst())
                                .contains("default-src 'none'", "'nonce-", "frame-ancestors 'none'"));
    }

    private MvcTestResult signIn(String username, String password) {
        return mvc.post()
                .uri("/en/sign-in")
                .param("username", username)
                .param("password", password)
                .with(csrf())
                .exchange();
    }
}
