package cymru.pontio.site;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.net.URI;
import org.jsoup.Jsoup;
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
}
