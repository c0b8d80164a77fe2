package cymru.pontio.site;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.net.URI;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PontioTest
class FrameTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    ShownPages pages;

    /** Seeded fault: send no filter on that stands beside a message of what was done. */
    @ParameterizedTest
    @CsvSource({
        "/en/packages?status=DRAFT&done=carepackages.submitted&whose=mine, /cy/packages?status=DRAFT&whose=mine",
        "/cy/packages?reference=a%26done%3Db, /en/packages?reference=a%26done%3Db",
        "/cy/packages?done=carepackages.submitted, /en/packages"
    })
    void changesTheLanguageOfThePageAsItStands(String page, String other) throws Exception {
        String html = mvc.get()
                .uri(URI.create(page))
                .with(as(county.socialWorker()))
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(html).select("link[rel=alternate]").attr("href")).isEqualTo(other);
    }

    /** Seeded fault: lead to the address that the button was sent to, which is no page. */
    @Test
    void changesTheLanguageOfWhatAButtonAnsweredAtTheNearestPage() throws Exception {
        String submitted = "/packages/" + packages.submitted(county, "newtown");
        var refused = mvc.post()
                .uri("/en" + submitted + "/submission")
                .with(as(county.socialWorker()))
                .with(csrf())
                .exchange();
        assertThat(refused).hasStatus(409);
        assertThat(Jsoup.parse(refused.getResponse().getContentAsString())
                        .select("a[hreflang=cy]")
                        .attr("href"))
                .isEqualTo("/cy" + submitted);
    }

    /** Seeded fault: go up one step, whether a page is there or not. */
    @ParameterizedTest
    @CsvSource({
        "/packages/PKG-7K3M-Q/advert/preview, /packages/PKG-7K3M-Q/advert",
        "/packages/PKG-7K3M-Q/calls/unfinished/removal, /packages/PKG-7K3M-Q/calls",
        "/packages/PKG-7K3M-Q/approval, /packages/PKG-7K3M-Q",
        "/home, /home",
        "/nowhere/at/all, /home"
    })
    void findsTheNearestPageAboveAnAddress(String path, String page) {
        assertThat(pages.nearestAbove(path)).isEqualTo(page);
    }
}
