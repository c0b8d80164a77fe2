package cymru.pontio.notifications;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.identity.Readers;
import cymru.pontio.identity.SignIns;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import jakarta.servlet.http.Cookie;
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
class InboxPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    SignIns signIns;

    @Autowired
    Inboxes inboxes;

    @Autowired
    Wishes wishes;

    @Autowired
    JdbcClient jdbc;

    private UUID id;

    @BeforeEach
    void oneMessage() {
        String key = "page " + System.nanoTime();
        inboxes.tell(
                List.of(News.of(
                                NewsKind.AWARD,
                                "placements.news.accepted",
                                "AWD-7K3M-Q",
                                "newtown",
                                "/market",
                                Readers.council(Role.DP_ADVISER))
                        .once(key)),
                Set.of());
        id = jdbc.sql("select id from notifications.news where key = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }

    @Test
    void theInboxSaysInTheReadersLanguageWhatIsNew() {
        assertThat(get("/en/inbox", county.dpAdviser()))
                .hasStatusOk()
                .bodyText()
                .contains("Award AWD-7K3M-Q was accepted by the provider", "Newtown", "/en/inbox/" + id);
        assertThat(get("/cy/inbox?new=true", county.dpAdviser()))
                .hasStatusOk()
                .bodyText()
                .contains("Derbyniwyd dyfarniad AWD-7K3M-Q", "Y Drenewydd");
        assertThat(get("/en/inbox.csv", county.dpAdviser()))
                .hasStatusOk()
                .bodyText()
                .contains("Award AWD-7K3M-Q was accepted by the provider");
    }

    @Test
    void openingAMessageLeadsOnAndMarksItAsRead() {
        assertThat(get("/en/inbox/" + id, county.dpAdviser()))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/market");
        assertThat(get("/en/inbox?new=true", county.dpAdviser())).bodyText().doesNotContain("/inbox/" + id);
    }

    @Test
    void nobodyOpensTheMessageOfAnother() {
        assertThat(get("/en/inbox/" + id, county.broker())).hasStatus(404);
        assertThat(get("/en/inbox/" + UUID.randomUUID(), county.broker())).hasStatus(404);
        assertThat(mvc.get().uri("/en/inbox")).hasStatus(302);
    }

    /** With a real session: the number comes with it. */
    @Test
    void eachPageSaysHowManyAreNewUntilTheyAreRead() {
        SignIns.Welcome welcome =
                (SignIns.Welcome) signIns.signIn(county.usernameOf(county.dpAdviser()), County.PASSWORD, "127.0.0.9");
        Cookie cookie = new Cookie("pontio-session", welcome.token());
        int number = jdbc.sql("select number from identity.unread where account_id = ?")
                .param(county.dpAdviser().userId())
                .query(Integer.class)
                .single();
        assertThat(number).isPositive();
        assertThat(mvc.get().uri("/en/market").cookie(cookie)).bodyText().contains("Inbox (" + number + " new)");
        assertThat(mvc.get().uri("/cy/market").cookie(cookie))
                .bodyText()
                .contains("Blwch derbyn (" + number + " newydd)");
        assertThat(mvc.post().uri("/en/inbox/read").cookie(cookie).with(csrf()).param("upTo", "2100-01-01T00:00:00Z"))
                .hasStatus(302);
        assertThat(mvc.get().uri("/en/market").cookie(cookie)).bodyText().doesNotContain("Inbox (");
    }

    @Test
    void wishesAreKeptAndTheLanguageToo() {
        Actor reader = county.otherCommissioner();
        assertThat(get("/en/inbox/preferences", reader))
                .hasStatusOk()
                .bodyText()
                .contains("sends no email", "Questions from providers")
                .doesNotContain("New opportunities");
        assertThat(mvc.post()
                        .uri("/en/inbox/preferences")
                        .with(as(reader))
                        .with(csrf())
                        .param("language", "cy")
                        .param("mails[QUESTION]", "WEEKLY")
                        .param("mails[OPPORTUNITY]", "WEEKLY"))
                .hasStatus(302);
        assertThat(wishes.of(reader))
                .containsEntry(NewsKind.QUESTION, NewsKind.Rhythm.WEEKLY)
                .doesNotContainKey(NewsKind.OPPORTUNITY);
        assertThat(wishes.language(reader)).isEqualTo("cy");
        assertThat(mvc.post()
                        .uri("/cy/inbox/preferences")
                        .with(as(reader))
                        .with(csrf())
                        .param("language", "fr")
                        .param("mails[QUESTION]", "HOURLY"))
                .hasStatus(422)
                .bodyText()
                .contains("Dewiswch iaith y negeseuon atoch", "Dewiswch pa mor aml");
    }

    @Test
    void theWayOutNeedsNoSignInAndNoForm() {
        String token = wishes.token(county.finance().userId(), NewsKind.AWARD);
        assertThat(mvc.get().uri("/en/unsubscribe/" + token))
                .hasStatusOk()
                .bodyText()
                .contains("Answers to offers", "Stop these emails");
        assertThat(rhythm()).isEqualTo("DAILY");
        assertThat(mvc.post().uri("/cy/unsubscribe/" + token).param("List-Unsubscribe", "One-Click"))
                .hasStatusOk();
        assertThat(rhythm()).isEqualTo("OFF");
        assertThat(mvc.get().uri("/cy/unsubscribe/" + token))
                .hasStatusOk()
                .bodyText()
                .as("nothing is left to press")
                .contains("Nid ydych yn cael e-byst o’r math hwn: ")
                .doesNotContain("Atal yr e-byst hyn");
        assertThat(mvc.get().uri("/en/unsubscribe/nothing")).hasStatus(404);
        assertThat(mvc.post().uri("/en/unsubscribe/nothing")).hasStatus(404);
    }

    private String rhythm() {
        return jdbc.sql("select rhythm from notifications.wish where account_id = ? and kind = 'AWARD'")
                .param(county.finance().userId())
                .query(String.class)
                .single();
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }
}
