package cymru.pontio.visits;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class ApiImportTests {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 10);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Tokens tokens;

    @Autowired
    VisitImports imports;

    @Autowired
    VisitExamples examples;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aSystemSendsConfirmsAndAsks() {
        PackageFacts facts = examples.placed(county, county.providerA());
        String token = tokens.make(county.providerA(), "Call monitoring");
        MvcTestResult sent = send(token, VisitExamples.delivered("API-" + facts.ref(), facts, DAY), "text/csv");
        assertThat(sent).hasStatus(201);
        String address = sent.getResponse().getHeader("Location");
        assertThat(sent).bodyJson().extractingPath("$.rows.fresh").isEqualTo(1);
        assertThat(mvc.post().uri(address + "/confirmation").header("Authorization", "Bearer " + token))
                .hasStatus(202);
        var ref = ImportRef.valueOf(address(sent).substring("/api/visits/imports/".length()));
        VisitExamples.settled(() -> imports.view(county.providerA(), ref));
        assertThat(mvc.get().uri(address).header("Authorization", "Bearer " + token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("DONE");
        assertThat(jdbc.sql("select count(*) from visits.visit where care_package_id = ? and superseded_at is null")
                        .param(facts.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void neverSaysWhetherAnothersPackageIsThere() {
        PackageFacts foreign = examples.placed(county, county.providerB());
        String token = tokens.make(county.providerA(), "Call monitoring");
        String theirs = body(send(token, VisitExamples.delivered("F1", foreign, DAY), "text/csv"));
        String nobodys = body(send(
                token,
                VisitExamples.delivered("F1", foreign, DAY)
                        .replace(foreign.ref().value(), "PKG-0000-0"),
                "text/csv"));
        assertThat(theirs.replaceAll("IMP-....-.", "")).isEqualTo(nobodys.replaceAll("IMP-....-.", ""));
        String own = address(send(token, VisitExamples.delivered("F2", foreign, DAY), "text/csv"));
        String other = tokens.make(county.providerB(), "Theirs");
        assertThat(mvc.get().uri(own).header("Authorization", "Bearer " + other))
                .hasStatus(404);
        assertThat(mvc.get().uri("/api/visits/imports/IMP-0000-9").header("Authorization", "Bearer " + other))
                .hasStatus(404);
    }

    @Test
    void withoutATokenNothingAndNoSessionCountsHere() {
        assertThat(mvc.post().uri("/api/visits/imports").contentType("text/csv").content("x"))
                .hasStatus(401)
                .headers()
                .hasValue("WWW-Authenticate", "Bearer realm=\"Pontio\"");
        assertThat(send("pontio_wrong", "x", "text/csv")).hasStatus(401);
        String token = tokens.make(county.providerA(), "Call monitoring");
        assertThat(mvc.get().uri("/api/packages").header("Authorization", "Bearer " + token))
                .hasStatus(404);
        assertThat(mvc.get().uri("/en/visits/imports").header("Authorization", "Bearer " + token))
                .hasStatus3xxRedirection();
    }

    @Test
    void aRevokedTokenIsUnknownFromTheNextCall() {
        String token = tokens.make(county.providerC(), "Old system");
        assertThat(send(token, "x", "text/csv")).hasStatus(422);
        var id = tokens.list(county.providerC()).getFirst().id();
        assertThatThrownBy(() -> tokens.revoke(county.providerA(), id)).isInstanceOf(NotFound.class);
        tokens.revoke(county.providerC(), id);
        assertThat(send(token, "x", "text/csv")).hasStatus(401);
        assertThatThrownBy(() -> jdbc.sql("update visits.token set revoked_at = null, revoked_by = null where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aTokenEndsWithTheRightOfWhoMadeIt() {
        String token = tokens.make(county.providerA(), "Call monitoring");
        Actor maker = county.providerA();
        jdbc.sql("update identity.account set status = 'SUSPENDED' where id = ?")
                .param(maker.userId())
                .update();
        try {
            assertThat(send(token, "x", "text/csv")).hasStatus(403);
        } finally {
            jdbc.sql("update identity.account set status = 'ACTIVE' where id = ?")
                    .param(maker.userId())
                    .update();
        }
    }

    @Test
    void refusesWithProblems() {
        String token = tokens.make(county.providerB(), "Call monitoring");
        assertThat(send(token, "x", "text/plain")).hasStatus(415);
        MvcTestResult header = send(token, "x", "text/csv");
        assertThat(header).hasStatus(422).hasContentType("application/problem+json");
        assertThat(header).bodyJson().extractingPath("$.code").isEqualTo("HEADER");
        String empty = address(send(token, "a,b,c", "text/csv"));
        assertThat(mvc.post().uri(empty + "/confirmation").header("Authorization", "Bearer " + token))
                .hasStatus(409);
    }

    /** Seeded faults, each by itself: believe every length that is told; copy on and on. */
    @Test
    void refusesAFileThatIsTooLargeBeforeItFillsTheDisk() throws Exception {
        String token = tokens.make(county.providerB(), "Call monitoring");
        MvcTestResult told = mvc.perform(servlet -> {
            MockHttpServletRequest request = new MockHttpServletRequest(servlet, "POST", "/api/visits/imports") {
                @Override
                public long getContentLengthLong() {
                    return (1L << 30) + 1;
                }

                @Override
                public ServletInputStream getInputStream() {
                    throw new AssertionError("nothing is read");
                }
            };
            request.setContentType("text/csv");
            request.addHeader("Authorization", "Bearer " + token);
            return request;
        });
        assertThat(told).hasStatus(413).bodyJson().extractingPath("$.code").isEqualTo("too-large");
        Path to = Files.createTempFile("pontio-visits-", ".csv");
        try {
            InputStream ten = new ByteArrayInputStream(new byte[10]);
            assertThat(ApiImportController.copy(ten, to, 10)).isEqualTo(10);
            InputStream eleven = new ByteArrayInputStream(new byte[11]);
            assertThatThrownBy(() -> ApiImportController.copy(eleven, to, 10)).hasMessage("too-large");
        } finally {
            Files.delete(to);
        }
    }

    @Test
    void aTokenMayCallSoOftenAMinute() {
        String token = tokens.make(county.providerA(), "Too eager");
        var id = tokens.list(county.providerA()).getFirst().id();
        jdbc.sql("""
                insert into visits.token_minute values (?, date_trunc('minute', clock_timestamp()), 60),
                    (?, date_trunc('minute', clock_timestamp()) + interval '1 minute', 60)""").params(id, id).update();
        assertThat(send(token, "x", "text/csv")).hasStatus(429).headers().hasValue("Retry-After", "60");
    }

    /** Seeded fault: make as many as are asked for. */
    @Test
    void tenTokensWorkAtOnceAndNoMore() {
        Actor provider = county.providerC();
        while (working(provider).size() < 10) tokens.make(provider, "Call monitoring");
        assertThatThrownBy(() -> tokens.make(provider, "One too many")).hasMessage("visits.token.error.many");
        tokens.revoke(provider, working(provider).getFirst().id());
        tokens.make(provider, "In its place");
        working(provider).forEach(one -> tokens.revoke(provider, one.id()));
    }

    private List<TokenView> working(Actor provider) {
        return tokens.list(provider).stream()
                .filter(one -> one.revokedAt() == null)
                .toList();
    }

    @Test
    void aTokenIsShownOnceAndStoredNowhere() {
        MvcTestResult made = mvc.post()
                .uri("/en/visits/tokens")
                .param("name", "Once")
                .with(as(county.providerA()))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(made).hasStatusOk();
        assertThat(body(made)).contains("pontio_");
        assertThat(mvc.get().uri("/cy/visits/tokens").with(as(county.providerA())))
                .hasStatusOk()
                .bodyText()
                .contains("Once")
                .doesNotContain("pontio_");
        assertThat(mvc.get().uri("/en/visits/tokens").with(as(county.inhouse())))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/en/visits/tokens")
                        .param("name", "")
                        .with(as(county.providerA()))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(422);
    }

    private MvcTestResult send(String token, String row, String type) {
        String file = row.equals("x") ? "x" : Field.HEADER + "\n" + row + "\n";
        return mvc.post()
                .uri("/api/visits/imports")
                .contentType(type)
                .content(file)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static String address(MvcTestResult sent) {
        return java.util.Objects.requireNonNull(sent.getResponse().getHeader("Location"));
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
