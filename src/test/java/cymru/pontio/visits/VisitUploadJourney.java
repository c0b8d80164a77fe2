package cymru.pontio.visits;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.support.Browser;
import cymru.pontio.support.County;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Uploading through a real server, which reads the parts of a form before any page does. */
class VisitUploadJourney extends Browser {
    private static final String END = "\r\n--cut--\r\n";

    @Autowired
    County county;

    @Autowired
    VisitExamples examples;

    @Test
    void aFileGoesFromTheBrowserToTheVisits() {
        PackageFacts facts = examples.placed(county, county.providerA());
        signIn();
        page.navigate("/en/visits/imports");
        assertAccessible(page);
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "visits.csv",
                        "text/csv",
                        VisitExamples.file(
                                        VisitExamples.delivered("J-" + facts.ref(), facts, LocalDate.of(2025, 6, 1)),
                                        "bad,,,,,,,,,,")
                                .getByteArray()));
        page.getByText("Upload and check").click();
        assertThat(page.content()).contains("Save 1 row");
        assertAccessible(page);
        page.getByText("Save 1 row").click();
        assertThat(page.content()).contains("This file was taken over");
        page.navigate("/en/visits?from=2025-06-01&to=2025-06-01");
        assertThat(page.content()).contains("J-" + facts.ref());
        assertAccessible(page);
        page.navigate("/cy/visits/new");
        assertAccessible(page);
    }

    @Test
    void brokenPartsAreABadRequest() throws Exception {
        signIn();
        assertThat(send("no parts at all").statusCode()).isIn(400, 403);
        assertThat(send("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"v.csv\"\r\n\r\nnever ends")
                        .statusCode())
                .isIn(400, 403);
    }

    @Test
    void aFileThatIsTooBigIsRefusedWithAPage() throws Exception {
        signIn();
        String file = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"v.csv\"\r\n\r\n"
                + "x".repeat(32 * 1024 * 1024) + END;
        HttpResponse<String> answer = send(file);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The file is too big", "A regulator’s register cannot");
    }

    private void signIn() {
        page.navigate("/en/sign-in");
        page.fill("#username", county.usernameOf(county.providerA()));
        page.fill("#password", County.PASSWORD);
        page.locator("#form button[type=submit]").click();
    }

    private HttpResponse<String> send(String body) throws Exception {
        var cookies = page.context().cookies();
        String sent = cookies.stream().map(one -> one.name + "=" + one.value).collect(Collectors.joining("; "));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url("/en/visits/imports")))
                            .header("Content-Type", "multipart/form-data; boundary=cut")
                            .header("Cookie", sent)
                            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
