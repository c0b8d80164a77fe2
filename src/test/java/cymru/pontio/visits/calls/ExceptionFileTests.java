package cymru.pontio.visits.calls;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import cymru.pontio.visits.VisitExamples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
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
    Exceptions exceptions;

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

    /**
     * One person after the other, each as the day went, and no two links of a day alike. Seeded faults, each by itself: order
     * by id; go on by day and package alone; the day alone for the words of the link.
     */
    @Test
    void theQueueGoesByPackageThroughEachDayAndEachPageGoesOnWhereTheOneBeforeEnded() throws Exception {
        PackageFacts one = examples.placed(county, county.providerC());
        PackageFacts two = examples.placed(county, county.providerC());
        jdbc.sql("update visits.exception set state = 'GONE' where state <> 'GONE'")
                .update();
        for (PackageFacts facts : List.of(one, two))
            jdbc.sql("""
                    insert into visits.exception (id, day, care_package_id, package_ref, provider_id, locality, subject, kind,
                        essential, begins_at, state)
                    select gen_random_uuid(), date '2025-03-10' + n % 2, :package, :ref, :provider, 'newtown', 'V' || n, 'SHORT', false,
                        case when n > 4 then timestamptz '2025-03-10 08:00Z' + (n * 7 % 41) * interval '10 minutes' end, 'OPEN'
                    from generate_series(1, 41) n""")
                    .param("package", facts.id().value())
                    .param("ref", facts.ref().value())
                    .param("provider", county.providerC().organisation())
                    .update();
        List<ExceptionRow> seen = new ArrayList<>();
        ExceptionFilter filter = ExceptionFilter.of("council", "SHORT", null, "council");
        for (int page = 0; page < 4; page++) {
            List<ExceptionRow> rows = exceptions.list(county.broker(), filter);
            seen.addAll(rows.subList(0, Math.min(rows.size(), Exceptions.PAGE)));
            filter = ExceptionFilter.of("council", "SHORT", seen.getLast().key(), "council");
        }
        assertThat(exceptions.list(county.broker(), filter)).isEmpty();
        assertThat(seen).hasSize(82).doesNotHaveDuplicates();
        assertThat(seen)
                .isSortedAccordingTo(Comparator.comparing(ExceptionRow::day)
                        .reversed()
                        .thenComparing(ExceptionRow::packageRef)
                        .thenComparing(ExceptionRow::beginsAt, Comparator.nullsFirst(Comparator.naturalOrder())));
        String page = mvc.get()
                .uri("/en/calls/exceptions?tab=council&kind=SHORT&after="
                        + seen.get(4).key())
                .with(as(county.broker()))
                .exchange()
                .getResponse()
                .getContentAsString();
        List<String> links = Pattern.compile(">(Short: PKG-[^<]* at [0-9:]{5})</a>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(links).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    private MvcTestResult file(String language, String query) {
        return mvc.get()
                .uri("/" + language + "/calls/exceptions.csv" + query)
                .with(as(county.broker()))
                .exchange();
    }
}
