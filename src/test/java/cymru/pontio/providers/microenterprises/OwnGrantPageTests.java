package cymru.pontio.providers.microenterprises;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.providers.microenterprises.MicroExamples.Micro;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class OwnGrantPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    MicroExamples examples;

    @Test
    void asksReadsTheAnswerAndStandsInTheFile() {
        Micro micro = examples.listed(county);
        assertThat(mvc.get().uri("/en/micro-enterprises/own").with(as(micro.manager())))
                .bodyText()
                .contains("/en/micro-enterprises/own/grants/new");
        assertThat(mvc.get().uri("/cy/micro-enterprises/own/grants/new").with(as(micro.manager())))
                .hasStatusOk()
                .bodyText()
                .contains("Gofyn am grant cychwyn");
        assertThat(apply(micro, "nothing", "", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the amount in pounds", "Choose what it is for", "value=\"nothing\"");
        assertThat(apply(micro, "£250", "INSURANCE", "Public liability for a year"))
                .hasStatus(302)
                .hasRedirectedUrl("/en/micro-enterprises/own?done=microenterprises.askedFor");
        assertThat(apply(micro, "1", "OTHER", "Again")).hasStatus(409);
        // Seeded fault: open the form while one waits.
        assertThat(mvc.get().uri("/en/micro-enterprises/own/grants/new").with(as(micro.manager())))
                .hasStatus(409)
                .bodyText()
                .contains("that the council has not answered yet");
        assertThat(mvc.get()
                        .uri("/en/micro-enterprises/grants.csv?status=APPLIED")
                        .with(as(county.commissioner())))
                .hasStatusOk()
                .bodyText()
                .contains(micro.ref() + "," + micro.name() + ",INSURANCE,250.00,APPLIED")
                .doesNotContain("Public liability for a year", "Mali");
        assertThat(mvc.get().uri("/en/micro-enterprises/grants.csv?status=PAID").with(as(county.commissioner())))
                .bodyText()
                .doesNotContain(micro.ref().value());
        assertThat(mvc.get().uri("/en/micro-enterprises/own/grants/new").with(as(county.providerA())))
                .hasStatus(404);
    }

    private MvcTestResult apply(Micro micro, String amount, String purpose, String detail) {
        return mvc.post()
                .uri("/en/micro-enterprises/own/grants")
                .with(as(micro.manager()))
                .with(csrf())
                .param("amount", amount)
                .param("purpose", purpose)
                .param("detail", detail)
                .exchange();
    }
}
