package cymru.pontio.site;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PontioTest
class RouteMappingTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    /** Seeded faults: the beginning held against the end of the address; the end against its beginning. */
    @Test
    void aRouteIsFoundByWhatStandsAroundItsVariables() {
        String page =
                "/en/packages/" + packages.approved(county, "newtown").ref().value();
        assertThat(mvc.get().uri(page).with(as(county.broker()))).hasStatusOk();
        assertThat(mvc.get().uri(page + "/history").with(as(county.broker()))).hasStatusOk();
    }

    @Test
    void anotherMethodIsToldFromNoPage() {
        String page =
                "/en/packages/" + packages.approved(county, "newtown").ref().value();
        assertThat(mvc.post().uri(page + "/history").with(csrf()).with(as(county.broker())))
                .hasStatus(405);
    }
}
