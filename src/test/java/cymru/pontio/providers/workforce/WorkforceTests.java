package cymru.pontio.providers.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PontioTest
class WorkforceTests {
    private static final String HEADER =
            "reference,contract,contract_since,start,left,registered,qualified,dbs,welsh_level,patches,induction,moving_and_handling,medication,safeguarding,infection_control,first_aid,welsh_awareness\n";

    @Autowired
    County county;

    @Autowired
    Providers providers;

    @Autowired
    Workers workers;

    @Autowired
    Workforces workforces;

    @Autowired
    WorkerImports imports;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor provider;

    @BeforeEach
    void newProvider() {
        UUID id = Ids.next();
        providers.add(new ProviderView(
                id,
                Reference.random("PRV", RandomGenerator.getDefault()),
                "Drudwen Care",
                ProviderKind.AGENCY,
                LocalDate.of(2099, 12, 31),
                Embargo.NONE,
                null,
                null,
                null,
                true,
                true,
                Set.of(),
                Set.of("newtown", "brecon")));
        provider = new Actor(Ids.next(), "Gwen Manager", id, "Drudwen", null, Set.of(Role.PROVIDER_COORDINATOR), null);
    }

    @Test
    void keepsWhatIsSaidOfAWorker() {
        UUID id = workers.add(provider, terms("W-1"));
        Worker worker = workers.view(provider, id).worker();
        assertThat(worker.terms()).isEqualTo(terms("W-1"));
        assertThat(worker.done("MEDICATION").orElseThrow().expires())
                .isEqualTo(today().minusDays(10).plusMonths(24));
    }

    /** Seeded fault: write null where the file says nothing. */
    @Test
    void aFileWithoutAGenderLeavesWhatTheRegisterSays() {
        UUID id = workers.add(provider, terms("W-1"));
        imports.confirm(provider, upload(HEADER + "W-1,GUARANTEED,,2024-01-31,,,,,1,,,,,,,,\n"));
        assertThat(workers.view(provider, id).worker().gender()).isEqualTo(Gender.FEMALE);
        String named = HEADER.strip() + ",gender\n";
        imports.confirm(provider, upload(named + "W-1,GUARANTEED,,2024-01-31,,,,,1,,,,,,,,,male\n"));
        assertThat(workers.view(provider, id).worker().gender()).isEqualTo(Gender.MALE);
        imports.confirm(provider, upload(named + "W-1,GUARANTEED,,2024-01-31,,,,,1,,,,,,,,,not stated\n"));
        assertThat(workers.view(provider, id).worker().gender()).isEqualTo(Gender.NOT_STATED);
        String wrong = upload(named + "W-1,GUARANTEED,,2024-01-31,,,,,1,,,,,,,,,lady\n");
        assertThat(imports.view(provider, wrong).bad()).isEqualTo(1);
    }

    @Test
    void anotherProviderAndTheCouncilDoNotReachIt() {
        UUID id = workers.add(provider, terms("W-1"));
        assertThatThrownBy(() -> workers.view(county.providerA(), id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> workers.leave(county.providerA(), id, today())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> workers.view(county.commissioner(), id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> workforces.all(provider)).isInstanceOf(NotFound.class);
    }

    @Test
    void councilSeesFiguresAndTheProvidersNumbers() {
        workers.add(provider, terms("W-1"));
        Workforces.Line line = workforces.view(
                county.commissioner(), providers.view(provider.organisation()).ref());
        assertThat(line.team().size()).isEqualTo(1);
        assertThat(line.team().people()).extracting(one -> one.worker().ref()).containsExactly("W-1");
        assertThat(line.team().activeOffer()).isEqualTo(ActiveOffer.SOME_PATCHES);
        assertThat(jdbc.sql("""
                        select speakers from providers.report_welsh_speakers
                        where provider_id = ? and locality = 'newtown'""")
                        .param(provider.organisation())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Seeded fault: take worker_ref_is_no_person away. */
    @ParameterizedTest
    @ValueSource(strings = {"SIAN", "QQ123456C", "07700900", "A@B1", "w-1", "JONES1"})
    void databaseRefusesWhatMaySayWhoItIs(String ref) {
        assertThatThrownBy(() -> workers.add(provider, terms(ref))).isInstanceOf(DataIntegrityViolationException.class);
    }

    @RepeatedTest(3)
    void oneOfTwoAtOnceGetsTheNumber() throws Exception {
        List<Object> ends = race(() -> workers.add(provider, terms("W-1")), () -> workers.add(provider, terms("W-1")));
        assertThat(ends).filteredOn("won"::equals).hasSize(1);
        assertThat(ends).filteredOn(RuleBroken.class::isInstance).hasSize(1);
    }

    @Test
    void whoSavesAnOldFormIsTold() {
        UUID id = workers.add(provider, terms("W-1"));
        workers.change(provider, id, 1, terms("W-2"));
        assertBroken(() -> workers.change(provider, id, 1, terms("W-3")), "workforce.error.changed");
    }

    /** Seeded fault: let an offer be of the day on which the contract began. */
    @Test
    void offerThatIsTakenGivesGuaranteedHours() {
        UUID id = workers.add(provider, nonGuaranteed("W-1"));
        workers.offer(provider, id, today().minusDays(5), OfferChoice.STAY);
        assertThat(workers.view(provider, id).worker().contract()).isEqualTo(Contract.NON_GUARANTEED);
        assertBroken(
                () -> workers.offer(provider, id, today().minusDays(5), OfferChoice.STAY),
                "workforce.error.offerTwice");
        // On the day the contract began it would put nothing off: the next offer is counted from later ones only.
        LocalDate began = workers.view(provider, id).worker().contractSince();
        for (LocalDate day : List.of(today().plusDays(1), began, today().minusYears(30)))
            assertBroken(() -> workers.offer(provider, id, day, OfferChoice.STAY), "workforce.error.offerDay");
        workers.offer(provider, id, today(), OfferChoice.AVERAGE);
        Worker worker = workers.view(provider, id).worker();
        assertThat(worker.contract()).isEqualTo(Contract.GUARANTEED);
        assertThat(worker.contractSince()).isEqualTo(today());
        assertBroken(() -> workers.offer(provider, id, today(), OfferChoice.STAY), "workforce.error.guaranteed");
    }

    @Test
    void fileIsCheckedThenTakenOverAndTheSecondTimeChangesNothing() {
        String rows = HEADER
                + "W-1,GUARANTEED,,2024-01-31,,2024-05-01,,2024-01-20,3,newtown brecon,2024-03-01,2026-01-05,,,,,\n"
                + "w-2,non-guaranteed,2024-06-01,31/05/2024,,,,,0,,,,,,,,\n";
        String ref = upload(rows);
        assertThat(imports.view(provider, ref))
                .extracting(WorkerImport::fresh, WorkerImport::bad)
                .containsExactly(2, 0);
        assertThat(workers.all(provider)).isEmpty();
        imports.confirm(provider, ref);
        assertThat(workers.all(provider)).extracting(Worker::ref).containsExactly("W-1", "W-2");
        assertBroken(() -> imports.confirm(provider, ref), "workforce.error.notOpen");
        String again = upload(rows);
        assertThat(imports.view(provider, again))
                .extracting(WorkerImport::takes, WorkerImport::same)
                .containsExactly(0, 2);
        imports.confirm(provider, again);
        assertThat(workers.all(provider)).extracting(Worker::version).containsExactly(1, 1);
    }

    /** As if the standard had changed since. Seeded fault: take a row over as it was checked. */
    @Test
    void aFileThatWouldBeRefusedNowIsUploadedAgain() {
        String ref = upload(HEADER + "W-1,GUARANTEED,,2024-01-31,,2024-05-01,,2024-01-20,3,newtown,,,,,,,\n");
        jdbc.sql("""
                update providers.worker_import_row set cells = replace(cells::text, 'newtown', 'nowhere')::jsonb
                where import_id = (select id from providers.worker_import where ref = ?)""").param(ref).update();
        assertBroken(() -> imports.confirm(provider, ref), "workforce.error.outdated");
        assertThat(workers.all(provider)).isEmpty();
    }

    @Test
    void ownRegisterAsAFileChangesNothing() {
        workers.add(provider, terms("W-1"));
        byte[] file = WorkforceFile.register(workers.all(provider), workers.standard())
                .download("x.csv")
                .getBody();
        String ref = imports.upload(provider, new ByteArrayResource(file));
        assertThat(imports.view(provider, ref))
                .extracting(WorkerImport::takes, WorkerImport::same)
                .containsExactly(0, 1);
    }

    @Test
    void findsEachProblemOfARowAndDoesNotKeepWhatItSaid() {
        String ref = upload(HEADER
                + "Sian Jones,ZERO,2024-01-01,2024-02-30,,2090-01-01,,soon,7,atlantis,,,,,,,\n"
                + "W-1,GUARANTEED,,2024-01-31,2023-01-01,,,,1,,,,,,,,\n"
                + "W-2,GUARANTEED,,2024-01-31,,,,,1,,,,,,,,\n"
                + "W-2,GUARANTEED,,2024-01-31,,,,,1,,,,,,,,\n"
                + "W-3,GUARANTEED\n");
        assertThat(imports.problems(provider, ref))
                .extracting(Problem::line, Problem::place, Problem::fault)
                .containsExactlyInAnyOrder(
                        row(2, "reference", Fault.REF_PERSON),
                        row(2, "contract", Fault.CONTRACT),
                        row(2, "start", Fault.DATE),
                        row(2, "registered", Fault.FUTURE),
                        row(2, "dbs", Fault.DATE),
                        row(2, "welsh_level", Fault.WELSH),
                        row(2, "patches", Fault.PATCH),
                        row(3, "left", Fault.BEFORE_START),
                        row(5, "reference", Fault.REF_TWICE),
                        row(6, "", Fault.COLUMNS));
        assertThat(imports.view(provider, ref))
                .extracting(WorkerImport::fresh, WorkerImport::bad)
                .containsExactly(1, 4);
        assertThat(jdbc.sql("select count(*) from providers.worker_import_row where cells::text ilike '%sian%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reference\nW-1\n", "reference,reference\n", "\u0000", HEADER})
    void refusesWhatIsNoFileOfWorkers(String text) {
        assertThatThrownBy(() -> upload(text)).isInstanceOf(FileRefused.class);
    }

    @Test
    void refusesAFileInAnotherEncoding() {
        assertThatThrownBy(() -> imports.upload(
                        provider, new ByteArrayResource((HEADER + "Ŵ-1").getBytes(StandardCharsets.UTF_16LE))))
                .isInstanceOf(FileRefused.class);
    }

    @Test
    void filesOfOthersAreNotThere() {
        String ref = upload(HEADER + "W-1,GUARANTEED,,2024-01-31,,,,,1,,,,,,,,\n");
        assertThatThrownBy(() -> imports.view(county.providerA(), ref)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.confirm(county.providerA(), ref)).isInstanceOf(NotFound.class);
    }

    @RepeatedTest(3)
    void fileConfirmedTwiceAtOnceIsTakenOverOnce() throws Exception {
        String ref = upload(HEADER + "W-1,GUARANTEED,,2024-01-31,,,,,1,,,,,,,,\n");
        List<Object> ends = race(() -> imports.confirm(provider, ref), () -> imports.confirm(provider, ref));
        assertThat(ends).filteredOn("won"::equals).hasSize(1);
        assertThat(workers.all(provider)).hasSize(1);
    }

    private String upload(String text) {
        return imports.upload(provider, new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }

    private WorkerTerms terms(String ref) {
        return terms(ref, Contract.GUARANTEED);
    }

    private WorkerTerms nonGuaranteed(String ref) {
        return terms(ref, Contract.NON_GUARANTEED);
    }

    private WorkerTerms terms(String ref, Contract contract) {
        LocalDate started = today().minusDays(200);
        return new WorkerTerms(
                ref,
                contract,
                started,
                started,
                null,
                started.plusDays(10),
                null,
                started.minusDays(3),
                4,
                Gender.FEMALE,
                Set.of("newtown"),
                Map.of("MEDICATION", today().minusDays(10)));
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private static org.assertj.core.groups.Tuple row(int line, String place, Fault fault) {
        return org.assertj.core.groups.Tuple.tuple(line, place, fault);
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String key) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }

    private static List<Object> race(Runnable... both) throws Exception {
        CyclicBarrier start = new CyclicBarrier(both.length);
        try (var threads = Executors.newFixedThreadPool(both.length)) {
            List<Future<Object>> running = new ArrayList<>();
            for (Runnable one : both)
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        one.run();
                        return "won";
                    } catch (RuntimeException e) {
                        return e;
                    }
                }));
            List<Object> ends = new ArrayList<>();
            for (Future<Object> end : running) ends.add(end.get());
            return ends;
        }
    }
}
