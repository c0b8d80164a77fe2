package cymru.pontio.providers.accreditation;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.identity.Recipients;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.site.Language;
import cymru.pontio.site.Post;
import cymru.pontio.support.PontioTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** With a way out for mail, which the other tests do not have. */
@PontioTest
class AddressTests {
    @Autowired
    Recipients recipients;

    @Autowired
    Applications applications;

    @Autowired
    AccreditationExamples examples;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    private final List<Post.Letter> letters = new ArrayList<>();
    private AddressChecks checks;
    private Actor newcomer;

    @BeforeEach
    void asked() {
        checks = new AddressChecks(jdbc, new Sent(letters), recipients, messages, "https://pontio.test");
        newcomer = examples.complete();
        transaction.executeWithoutResult(
                tx -> checks.ask(newcomer.userId(), newcomer.organisation(), "nest@pontio.test", Language.cy));
    }

    private record Sent(List<Post.Letter> letters) implements Post {
        @Override
        public boolean carries() {
            return true;
        }

        @Override
        public void send(String key, Letter letter) {
            letters.add(letter);
        }
    }

    @Test
    void theApplicationWaitsForTheLinkWhichWorksOnce() {
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.address()).isEqualTo("nest@pontio.test");
            assertThat(letter.subject()).isEqualTo("Cadarnhewch eich cyfeiriad e-bost");
            assertThat(letter.body()).contains("https://pontio.test/cy/join/address/");
        });
        assertBroken("accreditation.error.address", () -> applications.apply(newcomer));
        assertThatThrownBy(() -> jdbc.sql("update providers.accreditation set state = 'APPLIED' where provider_id = ?")
                        .param(newcomer.organisation())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(mvc.get().uri("/en/accreditation/application").with(as(newcomer)))
                .bodyText()
                .contains(
                        "We sent a link",
                        "Send another link",
                        "can be handed in once the email address has been confirmed")
                .as("no way in to what can only be refused")
                .doesNotContain("/application/submission");
        assertThat(mvc.get().uri("/cy/join/address/" + token(0)))
                .hasStatusOk()
                .bodyText()
                .contains("Cadarnhau");
        assertBroken("accreditation.error.address", () -> applications.apply(newcomer));
        assertThat(confirm("guessed")).hasStatus(409);
        assertThat(confirm(token(0)))
                .hasStatus(302)
                .hasRedirectedUrl("/en/sign-in?done=accreditation.addressConfirmed");
        assertThat(confirm(token(0))).hasStatus(409);
        applications.apply(newcomer);
        assertThat(jdbc.sql("select count(*) from providers.address_check where token_hash like '%' || ? || '%'")
                        .param(token(0))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anotherLinkTakesThePlaceOfTheFirstAndNotAtOnce() {
        assertBroken("accreditation.error.linkSoon", () -> again());
        pass("20 minutes");
        again();
        assertThat(letters).hasSize(2);
        assertThat(letters.get(1).address()).startsWith("newcomer-");
        assertThat(confirm(token(0))).hasStatus(409);
        pass("4 days");
        assertThat(confirm(token(1))).hasStatus(409);
        again();
        assertThat(confirm(token(2))).hasStatus(302);
    }

    @Test
    void whereNoMailLeavesNothingIsAsked() {
        Actor other = examples.complete();
        assertThat(checks.waiting(other.organisation())).isFalse();
        assertThat(mvc.post()
                        .uri("/en/accreditation/application/address")
                        .with(as(other))
                        .with(csrf()))
                .hasStatus(404);
        applications.apply(other);
    }

    private void again() {
        transaction.executeWithoutResult(tx -> checks.again(newcomer, Language.en));
    }

    private void pass(String time) {
        jdbc.sql("""
                update providers.address_check set sent_at = sent_at - ?::interval, expires_at = expires_at - ?::interval
                where account_id = ?""").params(time, time, newcomer.userId()).update();
    }

    private String token(int letter) {
        String body = letters.get(letter).body();
        int from = body.indexOf("/join/address/") + "/join/address/".length();
        return body.substring(from).split("\\s")[0];
    }

    private MvcTestResult confirm(String token) {
        return mvc.post().uri("/en/join/address/" + token).with(csrf()).exchange();
    }

    private static void assertBroken(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }
}
