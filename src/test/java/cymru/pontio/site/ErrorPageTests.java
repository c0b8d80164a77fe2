package cymru.pontio.site;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pages of errors are pages of their language like others, and leave nothing behind for others. */
@PontioTest
class ErrorPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    /** Seeded fault: give pages of errors links without their language. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void keepTheirLanguageInEveryLink(String language) {
        Document dispatched = page(dispatched("/" + language + "/nowhere", county.commissioner()));
        Document thrown = page(mvc.get()
                .uri("/" + language + "/packages/PKG-0000-0")
                .with(as(county.commissioner()))
                .exchange());
        for (Document page : new Document[] {dispatched, thrown}) {
            assertThat(page.select("html").attr("lang")).isEqualTo(language);
            assertThat(page.select("a[href]").eachAttr("href"))
                    .contains("/" + language + "/help", "/" + language + "/market")
                    .allMatch(href -> href.matches("#.*|/(en|cy)/(?!(en|cy)/).*|https?:.*"));
        }
    }

    /** Seeded fault: leave the answer to the page of errors, which is refused under such a name too. */
    @Test
    void sayInBothLanguagesThatANameIsNotOurs() {
        assertThat(mvc.get().uri("http://elsewhere.example/cy/sign-in"))
                .hasStatus(400)
                .hasContentType("text/plain;charset=UTF-8")
                .bodyText()
                .contains("does not answer under this name", "yn ateb o dan yr enw hwn")
                .doesNotContain("{", "elsewhere");
        assertThat(mvc.get().uri("http://localhost/favicon.ico"))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith("/assets/favicon.svg");
    }

    /** Seeded fault: keep parts of pages under a key that says nothing of what their links begin with. */
    @Test
    void leaveNoLinkWithoutALanguageInThePagesOfOthers() {
        Document without = page(dispatched("//nowhere", county.finance()));
        assertThat(without.select(".pontio-header a").first().attr("href")).isEqualTo("/home");
        Document other =
                page(mvc.get().uri("/cy/help").with(as(county.finance())).exchange());
        assertThat(other.select("header a, nav a, footer a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("/cy/") || href.startsWith("/en/") || href.startsWith("http"));
    }

    /** Whether somebody guessed well or badly is the same. Seeded fault: call it a request that cannot be understood. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "01a230c0-20e9-7034-ad25-bf308be60e0z", "01a230c0-20e9-7034-ad25-bf308be60e07"})
    void sayThatNothingIsThereWhateverTheIdLooksLike(String id) {
        for (String language : new String[] {"en", "cy"})
            assertThat(mvc.get().uri("/" + language + "/inbox/" + id).with(as(county.broker())))
                    .hasStatus(404)
                    .bodyText()
                    .doesNotContain("Nothing has been saved", "Nid oes dim wedi’i gadw");
        assertThat(mvc.get().uri("/en/inbox?after=" + id + "!").with(as(county.broker())))
                .hasStatus(400);
    }

    /** Seeded fault: look at the values of parameters alone. */
    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b=1", "a=%00", "done=x%00"})
    void sayThatTheCharacterNoughtCannotBeRead(String query) {
        assertThat(mvc.get().uri(URI.create("/en/packages?" + query)).with(as(county.broker())))
                .hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dateOfBirth[0].day", "dateOfBirth[x]", "givenName.a.b", "givenName[3]"})
    void sayThatAFormWithOtherPartsCannotBeRead(String name) {
        assertThat(mvc.post()
                        .uri("/en/people/new")
                        .param(name, "1")
                        .with(as(county.socialWorker()))
                        .with(csrf()))
                .satisfies(
                        result -> assertThat(result.getResponse().getStatus()).isIn(400, 422));
    }

    @Test
    void tellWhoSendsAnOldFormWhatToDo() {
        MvcTestResult old = mvc.get()
                .uri("/error")
                .with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/cy/people/new");
                    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 403);
                    return request;
                })
                .exchange();
        assertThat(old).hasStatus(403).bodyText().contains("Roedd y dudalen hon ar agor yn rhy hir", "Ni chadwyd dim");
    }

    /** Seeded fault: send whoever is signed out to the sign-in page, whatever they have typed. */
    @Test
    void keepWhatWasTypedBySomebodyWhoIsSignedOut() {
        MvcTestResult typed = mvc.post()
                .uri("/cy/people/new")
                .contentType("application/x-www-form-urlencoded")
                .param("givenName", "Gwenllïan")
                .param("next", "")
                .with(csrf())
                .exchange();
        assertThat(typed).hasStatus(403);
        Object path = typed.getRequest().getAttribute(Refusals.TYPED_FOR);
        assertThat(mvc.post()
                        .uri("/error")
                        .param("givenName", "Gwenllïan")
                        .param("password", "of no use")
                        .with(csrf())
                        .with(request -> {
                            request.setDispatcherType(DispatcherType.ERROR);
                            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/cy/people/new");
                            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 403);
                            request.setAttribute(Refusals.TYPED_FOR, path);
                            return request;
                        }))
                .hasStatus(403)
                .bodyText()
                .contains(
                        "Rydych wedi cael eich allgofnodi",
                        "action=\"/cy/people/new\"",
                        "name=\"givenName\" value=\"Gwenllïan\"")
                .doesNotContain("of no use");
        assertThat(mvc.post()
                        .uri("/cy/people/new")
                        .contentType("application/x-www-form-urlencoded")
                        .param("givenName", " ")
                        .with(csrf()))
                .as("nothing typed, nothing to keep")
                .hasStatus(302);
    }

    private MvcTestResult dispatched(String asked, Actor reader) {
        return mvc.get()
                .uri("/error")
                .with(as(reader))
                .with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, asked);
                    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);
                    return request;
                })
                .exchange();
    }

    private static Document page(MvcTestResult result) {
        assertThat(result.getResponse().getStatus()).isIn(200, 404);
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
