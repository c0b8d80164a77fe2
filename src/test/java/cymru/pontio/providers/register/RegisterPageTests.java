package cymru.pontio.providers.register;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Providers;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class RegisterPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Providers providers;

    @Autowired
    County county;

    @Test
    void goesFromFileToDifferenceToRegisterAndSaysNothingTheSecondTime() {
        String page = uploaded(edition("ciw.csv", "5001"));
        assertThat(get(page, county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing has changed yet", "Gofal Llwyn Helyg", "New services");
        assertThat(post(page + "/application", county.commissioner())).hasStatus(302);
        assertThat(get(page.replace("/en/", "/cy/"), county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("Cymerwyd");

        String next = uploaded(edition("ciw-next.csv", "5001"));
        assertThat(get(next, county.commissioner()))
                .bodyText()
                .contains(
                        "Services with a new responsible individual",
                        "Tŷ Ŵyn Parri",
                        "Cadi Wynn",
                        "Services no longer in the file");
        assertThat(get(next + "/changes.csv", county.commissioner()))
                .bodyText()
                .contains("RESPONSIBLE,Tŷ Ŵyn Parri,Cadi Wynn", "VANISHED");
        assertThat(post(next + "/application", county.commissioner())).hasStatus(302);
        assertThat(post(next + "/application", county.commissioner())).hasStatus(409);

        String again = uploaded(edition("ciw-next.csv", "5001"));
        assertThat(get(again, county.commissioner()))
                .bodyText()
                .contains("There is nothing to take over")
                .doesNotContain("Take over 0");
    }

    @Test
    void putsTheRatingsOnTheProvidersPageThemeByThemeAndNeverAsOne() {
        String page = uploaded(edition("ciw.csv", "5002"));
        post(page + "/application", county.commissioner());
        String ref = providers.view(county.providerB().organisation()).ref();
        String service = "/en/register-imports/services/CIW/SIN-50020001-TAAA";
        assertThat(get(service, county.commissioner())).hasStatusOk().bodyText().contains("Not linked to any");
        assertThat(mvc.post()
                        .uri(service + "/link")
                        .param("provider", "PRV-nobody")
                        .with(as(county.commissioner()))
                        .with(csrf())
                        .exchange())
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(service + "/link")
                        .param("provider", ref)
                        .with(as(county.commissioner()))
                        .with(csrf())
                        .exchange())
                .hasStatus(302);
        assertThat(get("/cy/standing", county.providerB()))
                .bodyText()
                .contains("Llesiant", "Rhagorol", "Arweinyddiaeth a rheolaeth", "14 Mai 2025")
                .doesNotContain("Yn gyffredinol");
        assertThat(get("/en/providers?patch=llanidloes", county.broker()))
                .bodyText()
                .contains("Care and support: Excellent");
        assertThat(get("/en/providers.csv", county.broker()))
                .bodyText()
                .contains("SIN-50020001-TAAA: WELL_BEING=GOOD CARE_AND_SUPPORT=EXCELLENT LEADERSHIP=GOOD");
        assertThat(post(service + "/unlink", county.commissioner())).hasStatus(302);
        assertThat(get("/en/register-imports/services?state=vanished&name=%25_&after=CIW:x", county.commissioner()))
                .hasStatusOk();
    }

    @Test
    void namesEachBadRow() {
        String page = uploaded(RegisterSamples.bytes("ciw-broken.csv", "SIN-0003", "SIN-5003"));
        assertThat(get(page, county.commissioner()))
                .bodyText()
                .contains(
                        "Environment is not rated for home care",
                        "This is not a date",
                        "A rating needs the date of the inspection",
                        "stands in two rows that differ",
                        "no service is marked as vanished");
        assertThat(get(page + "/bad-rows.csv", county.commissioner()))
                .bodyText()
                .contains("4,SIN-50030003-XCCC,Environment Rating,ENVIRONMENT,Environment is not rated for home care");
        assertThat(post(page + "/discarding", county.commissioner())).hasStatus(302);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ciw-missing-columns.csv|These columns are missing: Responsible Individual Names, Provider Name",
                "care-homes-only.csv|The file holds no home-care service. 1 row of another kind was found",
                "shopping.csv|No header of a register was found",
                "workbook.xlsx|The file is not text"
            })
    void saysInASentenceWhyAFileCannotBeRead(String name, String sentence) {
        assertThat(upload("/en/register-imports", county.commissioner(), RegisterSamples.bytes(name)))
                .hasStatus(422)
                .bodyText()
                .contains(sentence);
        assertThat(upload("/cy/register-imports", county.commissioner(), RegisterSamples.bytes(name)))
                .hasStatus(422);
    }

    @Test
    void asksForAFile() {
        assertThat(post("/en/register-imports", county.commissioner()))
                .hasStatus(422)
                .bodyText()
                .contains("Choose the register file");
    }

    @Test
    void isForCommissionersAlone() {
        for (Actor other : List.of(county.broker(), county.providerA(), county.finance(), county.admin())) {
            assertThat(get("/en/register-imports", other)).hasStatus(404);
            assertThat(get("/en/register-imports/services", other)).hasStatus(404);
            assertThat(upload("/en/register-imports", other, RegisterSamples.bytes("ciw.csv")))
                    .hasStatus(404);
        }
        assertThat(get("/en/register-imports/REG-0000-1", county.commissioner()))
                .hasStatus(404);
        assertThat(get("/en/register-imports/services/CIW/NOTHING", county.commissioner()))
                .hasStatus(404);
        assertThat(mvc.get().uri("/en/register-imports").exchange()).hasStatus(302);
    }

    private static byte[] edition(String name, String number) {
        return RegisterSamples.bytes(name, "SIN-0001", "SIN-" + number);
    }

    private String uploaded(byte[] file) {
        MvcTestResult answer = upload("/en/register-imports", county.commissioner(), file);
        assertThat(answer).hasStatus(302);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult upload(String path, Actor actor, byte[] content) {
        return mvc.post()
                .uri(path)
                .multipart()
                .file(new MockMultipartFile("file", "register.csv", "text/csv", content))
                .with(as(actor))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(java.net.URI.create(path)).with(as(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor) {
        return mvc.post().uri(path).with(as(actor)).with(csrf()).exchange();
    }
}
