package cymru.pontio.visits;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import cymru.pontio.visits.FileRefused.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PontioTest
class AbacusTests {
    private static final String HEADER = "FileReference,Description,Created,ProviderRef,ContractNumber,ServiceUserRef,"
            + "ServiceUserDetails,WeekEnding,OurRef,ServiceUserContribution,PaymentClaimed,ServiceType,VisitDate,"
            + "StartTimeClaimed,DurationClaimed,ActualStartTime,ActualDuration,SecondaryVisit,NumberOfCarers,"
            + "C20,C21,C22,C23,C24\n";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    VisitImports imports;

    @Autowired
    VisitExamples examples;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Test
    void readsWhatHappenedAndNotWhatIsClaimed() {
        PackageFacts facts = examples.placed(county, county.providerA());
        take(file(facts, "R1", row(facts, "R1", "08:00:00", "08:07:00", "00:28:00", "False", "")));
        assertThat(visits(facts))
                .containsExactly(Map.of("minutes", 28, "workers", 1, "status", "DELIVERED", "reason", ""));
        assertThat(jdbc.sql(
                                "select count(*) from visits.visit v where care_package_id = ? and v::text like '%Nobody Anyone%'")
                        .param(facts.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Seeded fault: name those alone that the description does not. */
    @Test
    void saysBeforeAnythingIsSavedWhichColumnsAreNotUsed() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(file(facts, "R9", row(facts, "R9", "08:00:00", "08:07:00", "00:28:00", "False", "")));
        assertThat(imports.view(county.providerA(), ref).unread())
                .contains("ServiceUserDetails", "PaymentClaimed", "DurationClaimed", "C20", "C24")
                .doesNotContain("ServiceUserRef", "ActualDuration")
                .hasSize(15);
        assertThat(mvc.get().uri("/en/visits/imports/" + ref).with(as(county.providerA())))
                .hasStatusOk()
                .bodyText()
                .contains("These columns of the file are not used", "PaymentClaimed", "C24");
        assertThat(mvc.get().uri("/cy/visits/imports/" + ref).with(as(county.providerA())))
                .bodyText()
                .contains("Ni ddefnyddir y colofnau hyn o’r ffeil");
    }

    @Test
    void theSecondWorkersRowIsPartOfTheVisit() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = take(file(
                facts,
                "R2",
                row(facts, "R2", "08:00:00", "08:00:00", "00:45:00", "False", ""),
                row(facts, "R2", "08:00:00", "08:02:00", "00:43:00", "True", "")));
        assertThat(visits(facts))
                .containsExactly(Map.of("minutes", 45, "workers", 2, "status", "DELIVERED", "reason", ""));
        Counts counts = imports.view(county.providerA(), ref).counts();
        assertThat(List.of(counts.userMinutes(), counts.carerMinutes())).containsExactly(45L, 90L);
    }

    @Test
    void aSecondWorkerAloneIsRefused() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(file(facts, "R3", row(facts, "R3", "08:00:00", "08:00:00", "00:45:00", "True", "")));
        assertThat(imports.problems(county.providerA(), ref, 5))
                .extracting(Problem::reason)
                .containsExactly(Reason.SECOND_ALONE);
    }

    @Test
    void aFileReferenceCountsOnceForItsProvider() {
        PackageFacts facts = examples.placed(county, county.providerA());
        PackageFacts other = examples.placed(county, county.providerB());
        String once = "ONCE-" + facts.ref();
        upload(file(facts, once, row(facts, once, "08:00:00", "08:00:00", "00:30:00", "False", "")));
        assertThatThrownBy(() ->
                        upload(file(facts, once, row(facts, once, "12:00:00", "12:00:00", "00:30:00", "False", ""))))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.DUPLICATE));
        imports.upload(
                county.providerB(),
                file(other, once, row(other, once, "08:00:00", "08:00:00", "00:30:00", "False", "")),
                1);
    }

    @Test
    void aLaterFileCorrectsTheVisitOfTheSameClaim() {
        PackageFacts facts = examples.placed(county, county.providerA());
        take(file(facts, "R4a", row(facts, "R4a", "08:00:00", "08:00:00", "00:30:00", "False", "")));
        take(file(facts, "R4b", row(facts, "R4b", "08:00:00", "08:00:00", "00:20:00", "False", "")));
        assertThat(visits(facts))
                .containsExactly(Map.of("minutes", 20, "workers", 1, "status", "DELIVERED", "reason", ""));
    }

    /** Seeded fault: rows of two workers, which have no fingerprint, taken for a repetition. */
    @Test
    void aLaterFileCorrectsAVisitOfTwoWorkersToo() {
        PackageFacts facts = examples.placed(county, county.providerA());
        take(file(
                facts,
                "R8a",
                row(facts, "R8a", "08:00:00", "08:00:00", "00:45:00", "False", ""),
                row(facts, "R8a", "08:00:00", "08:02:00", "00:43:00", "True", "")));
        ImportRef later = take(file(
                facts,
                "R8b",
                row(facts, "R8b", "08:00:00", "08:00:00", "00:30:00", "False", ""),
                row(facts, "R8b", "08:00:00", "08:02:00", "00:28:00", "True", "")));
        assertThat(imports.view(county.providerA(), later).counts().changed()).isOne();
        assertThat(visits(facts))
                .containsExactly(Map.of("minutes", 30, "workers", 2, "status", "DELIVERED", "reason", ""));
    }

    @Test
    void noTimeAtTheDoorIsMissed() {
        PackageFacts facts = examples.placed(county, county.providerA());
        take(file(facts, "R5", row(facts, "R5", "08:00:00", "00:00:00", "00:00:00", "False", "")));
        assertThat(visits(facts)).extracting(row -> row.get("status")).containsExactly("MISSED");
    }

    /** Seeded fault: make the end a time of the clock on the wall. */
    @ParameterizedTest(name = "{0}: {1} for {2} is {3} minutes")
    @CsvSource({
        "26/10/2025, 00:30, 02:00, 120",
        "26/10/2025, 22:00, 09:30, 570",
        "30/03/2025, 00:30, 02:00, 120",
        "30/03/2025, 00:30, 00:45, 45",
        "29/03/2025, 23:30, 02:00, 120"
    })
    void theTimeAtTheDoorIsWhatTheFileSaysInTheNightsInWhichClocksAreMoved(
            String day, String start, String length, int minutes) {
        PackageFacts facts = examples.placed(county, county.providerA());
        String reference = "C" + day + start + length;
        take(file(facts, reference, on(day, row(facts, reference, start, start, length, "False", ""))));
        assertThat(visits(facts)).extracting(row -> row.get("minutes")).containsExactly(minutes);
    }

    /** Seeded fault: count hours round the clock. */
    @ParameterizedTest(name = "from {0} for {1}: {2}")
    @CsvSource({
        "25:00, 00:30, TIME",
        "08:75, 00:30, TIME",
        "08:00, 25:00, TOO_LONG",
        "08:00, 00:75, TIME",
        "08:00, -0:30, TIME"
    })
    void takesNoTimeForAnother(String start, String length, Reason reason) {
        PackageFacts facts = examples.placed(county, county.providerA());
        String reference = "W" + start + length;
        ImportRef ref = upload(file(facts, reference, row(facts, reference, "08:00", start, length, "False", "")));
        assertThat(imports.problems(county.providerA(), ref, 5))
                .extracting(Problem::reason)
                .containsExactly(reason);
    }

    @Test
    void refusesFilesThatAreNotOne() {
        PackageFacts facts = examples.placed(county, county.providerA());
        assertThatThrownBy(() -> upload(file(
                        facts,
                        "R6",
                        row(facts, "R6", "08:00:00", "08:00:00", "00:30:00", "False", ""),
                        row(facts, "R7", "12:00:00", "12:00:00", "00:30:00", "False", ""))))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.REFERENCE));
        ByteArrayResource cut =
                new ByteArrayResource(HEADER.replace("ActualDuration,", "").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> upload(cut))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.HEADER));
    }

    private ImportRef upload(ByteArrayResource file) {
        return imports.upload(county.providerA(), file, 1);
    }

    private ImportRef take(ByteArrayResource file) {
        ImportRef ref = upload(file);
        imports.confirm(county.providerA(), ref);
        assertThat(VisitExamples.settled(() -> imports.view(county.providerA(), ref)))
                .isEqualTo(ImportStatus.DONE);
        return ref;
    }

    private static ByteArrayResource file(PackageFacts facts, String reference, String... rows) {
        String all = HEADER + String.join("", rows);
        return new ByteArrayResource(
                all.replace("$ref", reference + "-" + facts.ref()).getBytes(StandardCharsets.UTF_8));
    }

    private static String row(
            PackageFacts facts,
            String file,
            String claimed,
            String start,
            String length,
            String second,
            String carers) {
        return file + "-" + facts.ref() + ",Week,2025-03-17T09:00:00,P1,C1," + facts.ref()
                + ",\"Nobody Anyone, 1 Nowhere Street\",16/03/2025,,0,12.50,HOME CARE,10/03/2025," + claimed
                + ",00:30:00,"
                + start + "," + length + "," + second + "," + carers + ",,,,,\n";
    }

    private static String on(String day, String row) {
        return row.replace("10/03/2025", day);
    }

    private List<Map<String, Object>> visits(PackageFacts facts) {
        return jdbc.sql("""
                select user_minutes as minutes, workers::int as workers, status, case when status = 'DELIVERED' then reason else '' end as reason
                from visits.visit where care_package_id = ? and superseded_at is null order by id""").param(facts.id().value()).query().listOfRows();
    }
}
