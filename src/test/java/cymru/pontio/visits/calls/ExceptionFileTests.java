package cymru.pontio.visits.calls;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import cymru.pontio.visits.VisitExamples;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The queue as a file is all of it, or nothing that looks like all of it. */
@PontioTest
@Transactional
class ExceptionFileTests {
    @Autowired
    County county;

    @Autowired
    VisitExamples examples;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    /** Fifty thousand short visits fill it; with one long one it is too much. Seeded faults, each by itself: take one more; end after fifty thousand. */
    @Test
    void oneMoreThanAFileHoldsIsRefusedAndOneKindIsThere() throws Exception {
        PackageFacts facts = examples.placed(county, county.providerC());
        jdbc.sql("update visits.exception set state = 'GONE' where state <> 'GONE'")
                .update();
        jdbc.sql("""
                insert into visits.exception (id, day, care_package_id, package_ref, provider_id, locality, subject, kind, essential, state)
                select gen_random_uuid(), date '2025-03-10', :package, :ref, :provider, 'newtown', 'V' || n,
                    case n when 0 then 'LONG' else 'SHORT' end, false, 'OPEN'
                from generate_series(0, 50000) n""")
                .param("package", facts.id().value())
                .param("ref", facts.ref().value())
                .param("provider", county.providerC().organisation())
                .update();
        assertThat(file("en", "")).hasStatus(409).bodyText().contains("More than 50,000 of these", "Choose one kind");
        assertThat(file("cy", "")).hasStatus(409).bodyText().contains("Mae mwy na 50,000", "Dewiswch un math");
        MvcTestResult shorts = file("en", "?kind=SHORT");
        assertThat(shorts).hasStatusOk();
        assertThat(shorts.getResponse().getContentAsString().lines()).hasSize(50_001);
        assertThat(file("en", "?kind=LONG")).hasStatusOk();
    }

    private MvcTestResult file(String language, String query) {
        return mvc.get()
                .uri("/" + language + "/calls/exceptions.csv" + query)
                .with(as(county.broker()))
                .exchange();
    }
}
