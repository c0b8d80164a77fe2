package cymru.pontio.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PontioTest
class VisitImportTests {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 10);

    @Autowired
    VisitsTile tiles;

    @Autowired
    VisitImports imports;

    @Autowired
    ImportRun runs;

    @Autowired
    Staging staging;

    @Autowired
    VisitLedger ledger;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PaperLogs paper;

    @Autowired
    VisitExamples examples;

    @Autowired
    CarePackages packages;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesNothingOverBeforeItIsConfirmed() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref =
                upload(county.providerA(), VisitExamples.delivered("N1-" + facts.ref(), facts, DAY), "broken,row");
        ImportView one = imports.view(county.providerA(), ref);
        assertThat(one.status()).isEqualTo(ImportStatus.CHECKED);
        assertThat(one.counts()).isEqualTo(new Counts(1, 0, 0, 1, 30, 30));
        assertThat(visits(facts)).isZero();
        imports.cancel(county.providerA(), ref);
        assertThatThrownBy(() -> imports.confirm(county.providerA(), ref)).isInstanceOf(RuleBroken.class);
        assertThat(visits(facts)).isZero();
    }

    @Test
    void startsCareWithTheFirstVisit() {
        PackageFacts facts = examples.placed(county, county.providerA());
        take(county.providerA(), VisitExamples.delivered("S1-" + facts.ref(), facts, DAY));
        assertThat(packages.facts(facts.id()).status()).isEqualTo(PackageStatus.LIVE);
        assertThat(jdbc.sql("select first_visit_at from placements.placement where care_package_id = ?")
                        .param(facts.id().value())
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo("2025-03-10T08:02:00Z");
    }

    @Test
    void importingTheSameFileTwiceChangesNothing() {
        PackageFacts facts = examples.placed(county, county.providerA());
        String[] rows = {
            VisitExamples.delivered("A-" + facts.ref(), facts, DAY),
            "B-" + facts.ref() + "," + facts.ref() + "," + DAY + ",20:00,21:00,,,2,MISSED,,Worker ill",
            "C-" + facts.ref() + "," + facts.ref() + "," + DAY + ",,,13:00,13:20,1,UNPLANNED,,"
        };
        take(county.providerA(), rows);
        List<Map<String, Object>> before = all(facts);
        ImportRef again = upload(county.providerA(), rows);
        ImportView one = imports.view(county.providerA(), again);
        assertThat(one.counts()).isEqualTo(new Counts(0, 0, 3, 0, 50, 50));
        assertThat(imports.sameFile(county.providerA(), one)).isPresent();
        imports.confirm(county.providerA(), again);
        assertThat(await(county.providerA(), again)).isEqualTo(ImportStatus.DONE);
        assertThat(all(facts)).isEqualTo(before);
    }

    @Test
    void aCorrectionSupersedesAndKeepsWhatWasSaid() {
        PackageFacts facts = examples.placed(county, county.providerA());
        String id = "K-" + facts.ref();
        take(county.providerA(), VisitExamples.delivered(id, facts, DAY));
        ImportRef correction = upload(
                county.providerA(), id + "," + facts.ref() + "," + DAY + ",08:00,08:30,08:02,09:02,2,DELIVERED,W8,");
        assertThat(imports.view(county.providerA(), correction).counts().changed())
                .isEqualTo(1);
        imports.confirm(county.providerA(), correction);
        await(county.providerA(), correction);
        assertThat(jdbc.sql(
                                "select user_minutes, superseded_at is null as stands from visits.visit where provider_visit_id = ? order by id")
                        .param(id)
                        .query()
                        .listOfRows())
                .extracting(row -> row.get("user_minutes"), row -> row.get("stands"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(30, false), org.assertj.core.groups.Tuple.tuple(60, true));
        assertThat(month(facts)).isEqualTo(Map.of("user_minutes", 60, "carer_minutes", 120, "visits", 1));
    }

    /** Both number their visits alike. Seeded faults, each by itself: leave the provider out of Staging.compare, in both places. */
    @Test
    void anotherProvidersVisitOfTheSameNumberIsNeitherKnownNorChanged() {
        PackageFacts own = examples.placed(county, county.providerA());
        PackageFacts foreign = examples.placed(county, county.providerB());
        String number = "SAME-" + own.ref();
        take(county.providerB(), VisitExamples.delivered(number, foreign, DAY.plusDays(1)));
        List<Map<String, Object>> before = all(foreign);
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered(number, own, DAY));
        assertThat(imports.view(county.providerA(), ref).counts()).isEqualTo(new Counts(1, 0, 0, 0, 30, 30));
        imports.confirm(county.providerA(), ref);
        assertThat(await(county.providerA(), ref)).isEqualTo(ImportStatus.DONE);
        assertThat(visits(own)).isEqualTo(1);
        assertThat(all(foreign)).isEqualTo(before);
    }

    /** Seeded fault: look placements up without the provider. */
    @Test
    void aProviderNeverWritesAVisitForAnothersPackage() {
        PackageFacts foreign = examples.placed(county, county.providerB());
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered("F-" + foreign.ref(), foreign, DAY));
        ImportRef unknown = upload(
                county.providerA(),
                VisitExamples.delivered("U-1", foreign, DAY)
                        .replace(foreign.ref().value(), "PKG-0000-0"));
        assertThat(imports.problems(county.providerA(), ref, 10).getFirst().reason())
                .isEqualTo(imports.problems(county.providerA(), unknown, 10)
                        .getFirst()
                        .reason())
                .isEqualTo(Reason.PACKAGE);
        assertThatThrownBy(() -> imports.confirm(county.providerA(), ref)).isInstanceOf(RuleBroken.class);
        assertThat(visits(foreign)).isZero();
    }

    /** Seeded fault: leave out the second look at the placements when the rows are taken over. */
    @Test
    void looksAtThePlacementsAgainWhenRowsAreTakenOver() {
        PackageFacts facts = examples.placed(county, county.providerA());
        PackageFacts foreign = examples.placed(county, county.providerB());
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered("L-" + facts.ref(), facts, DAY));
        jdbc.sql(staged(ref).in("""
                update $rows set placement_id = (select id from placements.placement where care_package_id = ?)""")).param(foreign.id().value()).update();
        imports.confirm(county.providerA(), ref);
        await(county.providerA(), ref);
        assertThat(imports.view(county.providerA(), ref).failure()).isEqualTo(ImportFailure.PLACEMENT);
        assertThat(visits(facts) + visits(foreign)).isZero();
    }

    @Test
    void refusesVisitsOutsideThePlacementsTime() {
        PackageFacts facts = examples.placed(county, county.providerA());
        examples.end(facts, DAY);
        ImportRef ref = upload(
                county.providerA(),
                VisitExamples.delivered("T1-" + facts.ref(), facts, DAY.minusDays(1)),
                VisitExamples.delivered("T2-" + facts.ref(), facts, DAY),
                VisitExamples.delivered("T3-" + facts.ref(), facts, VisitExamples.ACCEPTED.minusDays(1)));
        assertThat(imports.view(county.providerA(), ref).counts()).isEqualTo(new Counts(1, 0, 0, 2, 30, 30));
    }

    @Test
    void refusesAllRowsWithANumberGivenTwice() {
        PackageFacts facts = examples.placed(county, county.providerA());
        String row = VisitExamples.delivered("D-" + facts.ref(), facts, DAY);
        ImportRef ref = upload(county.providerA(), row, row, VisitExamples.delivered("E-" + facts.ref(), facts, DAY));
        assertThat(imports.view(county.providerA(), ref).counts()).isEqualTo(new Counts(1, 0, 0, 2, 30, 30));
        assertThat(imports.problems(county.providerA(), ref, 10))
                .extracting(Problem::line, Problem::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, Reason.TWICE),
                        org.assertj.core.groups.Tuple.tuple(3L, Reason.TWICE));
    }

    /** Seeded fault: say that it is discarded. */
    @Test
    void whatWasTakenOverIsNeitherDiscardedNorTakenOverAgain() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = take(county.providerA(), VisitExamples.delivered("O-" + facts.ref(), facts, DAY));
        assertThatThrownBy(() -> imports.cancel(county.providerA(), ref)).hasMessage("visits.error.notOpen");
        assertThatThrownBy(() -> imports.confirm(county.providerA(), ref)).hasMessage("visits.error.notOpen");
        assertThat(visits(facts)).isEqualTo(1);
    }

    /** Nobody mends a hundred thousand mistakes one by one. Seeded fault: keep them all. */
    @Test
    void aFileOfNothingButMistakesIsRefusedAsAWhole() {
        String[] rows = new String[30_000];
        Arrays.fill(rows, "x,y,z,a,b,c,d,e,f,,");
        assertThatThrownBy(() -> upload(county.providerA(), rows))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(FileRefused.Fault.TOO_MANY_PROBLEMS));
    }

    @Test
    void anotherProvidersImportIsNotThere() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered("G-" + facts.ref(), facts, DAY));
        assertThatThrownBy(() -> imports.view(county.providerB(), ref)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.confirm(county.providerB(), ref)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.cancel(county.providerB(), ref)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.problems(county.providerB(), ref, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.view(county.broker(), ref)).isInstanceOf(NotFound.class);
    }

    /** Seeded fault: take the lock of the provider away. */
    @Test
    void theSameFileConfirmedTwiceAtOnceCountsOnce() throws Exception {
        PackageFacts facts = examples.placed(county, county.providerA());
        List<String> rows = IntStream.range(0, 300)
                .mapToObj(n -> VisitExamples.delivered("R" + n + "-" + facts.ref(), facts, DAY.plusDays(n % 28)))
                .toList();
        List<Callable<ImportStatus>> twice = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ImportRef ref = imports.upload(county.providerA(), VisitExamples.file(rows), 1);
            twice.add(() -> {
                imports.confirm(county.providerA(), ref);
                return await(county.providerA(), ref);
            });
        }
        try (ExecutorService at = Executors.newFixedThreadPool(4)) {
            for (var answer : at.invokeAll(twice)) assertThat(answer.get()).isEqualTo(ImportStatus.DONE);
        }
        assertThat(visits(facts)).isEqualTo(300);
        assertDeliveredIsWhatVisitsSay();
    }

    @Test
    void oneNumberHasOneStandingVisitEvenInTheDatabase() {
        PackageFacts facts = examples.placed(county, county.providerA());
        take(county.providerA(), VisitExamples.delivered("O-" + facts.ref(), facts, DAY));
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality,
                            kind, visit_date, workers, status, user_minutes, recorded_by, recorded_at)
                        select provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality, kind, visit_date,
                            workers, 'MISSED', 0, recorded_by, recorded_at from visits.visit where care_package_id = ?""").param(facts.id().value()).update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    /** Seeded fault: add up only the cells of the new rows. */
    @Test
    void deliveredIsWhatTheVisitsSayAfterAThousandCorrections() {
        Random random = new Random(20260329);
        List<PackageFacts> own = List.of(
                examples.placed(county, county.providerB()),
                examples.placed(county, county.providerB()),
                examples.placed(county, county.providerB()));
        for (int file = 0; file < 20; file++) {
            List<String> rows = new ArrayList<>();
            for (int id :
                    IntStream.range(0, 120).boxed().collect(shuffled(random)).subList(0, 50))
                rows.add(anyRow(random, "X" + id + "-" + own.getFirst().ref(), own.get(random.nextInt(3))));
            take(county.providerB(), rows.toArray(String[]::new));
        }
        assertDeliveredIsWhatVisitsSay();
        assertThat(jdbc.sql("select count(*) from visits.visit where provider_id = ? and superseded_at is not null")
                        .param(county.providerB().organisation())
                        .query(Integer.class)
                        .single())
                .isGreaterThan(700);
    }

    @Test
    void workThatDiedWithItsMachineCanBeConfirmedAgain() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered("W-" + facts.ref(), facts, DAY));
        ImportView one = imports.view(county.providerA(), ref);
        silent(one, "1 second");
        assertThat(imports.view(county.providerA(), ref).status()).isEqualTo(ImportStatus.WORKING);
        silent(one, "10 minutes");
        ImportView stalled = imports.view(county.providerA(), ref);
        assertThat(stalled.failure()).isEqualTo(ImportFailure.STALLED);
        imports.confirm(county.providerA(), ref);
        assertThat(await(county.providerA(), ref)).isEqualTo(ImportStatus.DONE);
        assertThat(visits(facts)).isEqualTo(1);
    }

    /** Seeded faults: mark only what its provider looks at; no tile for a file that was not saved. */
    @Test
    void workThatDiedIsMarkedAndSaidAtHomeThoughNobodyLooked() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered("WN-" + facts.ref(), facts, DAY));
        silent(imports.view(county.providerA(), ref), "10 minutes");
        imports.sweep();
        assertThat(jdbc.sql("select status || ' ' || failure from visits.import where ref = ?")
                        .param(ref.value())
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED STALLED");
        assertThat(tiles.of(county.providerA()))
                .anySatisfy(tile -> assertThat(tile.labelKey() + " " + tile.path())
                        .isEqualTo("visits.tile.failed /visits/imports/" + ref));
    }

    /** Seeded fault: neither go on nor finish without asking for the number of the attempt. */
    @Test
    void workThatWakesUpLateLeavesNothing() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered("Z-" + facts.ref(), facts, DAY));
        ImportView one = imports.view(county.providerA(), ref);
        silent(one, "1 second");
        var late = new ImportRun.Job(county.providerA(), one, 0);
        assertThatThrownBy(() -> runs.take(late)).isInstanceOfAny(Staging.Stopped.class, ImportRun.Overtaken.class);
        assertThat(visits(facts)).isZero();
    }

    /** Seeded fault: finish without asking whether somebody has begun again since the last breath. */
    @Test
    void workThatIsOvertakenAtItsLastStepLeavesNothing() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered("L-" + facts.ref(), facts, DAY));
        ImportView one = imports.view(county.providerA(), ref);
        silent(one, "1 second");
        ImportStore overtaken = new ImportStore(jdbc, accounts) {
            @Override
            public boolean progress(UUID id, int attempt, int step, long rows) {
                boolean on = super.progress(id, attempt, step, rows);
                if (step == 2)
                    jdbc.sql("update visits.import set attempt = attempt + 1 where id = ?")
                            .param(id)
                            .update();
                return on;
            }
        };
        ImportRun run = new ImportRun(overtaken, staging, ledger, event -> {});
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(tx -> run.take(new ImportRun.Job(county.providerA(), one, 1))))
                .isInstanceOf(ImportRun.Overtaken.class);
        assertThat(visits(facts)).isZero();
    }

    /** Whoever asks to stop is told that nothing will be kept. Seeded fault: finish without asking whether somebody has. */
    @Test
    void workThatIsAskedToStopAfterItsLastRowLeavesNothing() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered("LS-" + facts.ref(), facts, DAY));
        ImportView one = imports.view(county.providerA(), ref);
        silent(one, "1 second");
        ImportStore stopped = new ImportStore(jdbc, accounts) {
            @Override
            public boolean progress(UUID id, int attempt, int step, long rows) {
                boolean on = super.progress(id, attempt, step, rows);
                if (step == 2) askToStop(id);
                return on;
            }
        };
        ImportRun run = new ImportRun(stopped, staging, ledger, event -> {});
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(tx -> run.take(new ImportRun.Job(county.providerA(), one, 1))))
                .isInstanceOf(ImportRun.Overtaken.class);
        assertThat(visits(facts)).isZero();
    }

    /** Seeded fault: begin whether or not the file is still to be confirmed. */
    @RepeatedTest(3)
    void oneFileConfirmedTwiceAtOnceIsBegunOnce() throws Exception {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered("D-" + facts.ref(), facts, DAY));
        Callable<String> confirm = () -> {
            try {
                imports.confirm(county.providerA(), ref);
                return "begun";
            } catch (RuleBroken lost) {
                return lost.messageKey();
            }
        };
        try (ExecutorService at = Executors.newFixedThreadPool(4)) {
            List<String> answers = new ArrayList<>();
            for (var answer : at.invokeAll(Collections.nCopies(4, confirm))) answers.add(answer.get());
            assertThat(answers).containsOnlyOnce("begun").containsOnly("begun", "visits.error.notOpen");
        }
        assertThat(await(county.providerA(), ref)).isEqualTo(ImportStatus.DONE);
        assertThat(visits(facts)).isEqualTo(1);
    }

    /** Seeded fault: begin with a file in which nothing is good. */
    @Test
    void aFileWithoutAGoodRowIsNotConfirmed() {
        ImportRef ref = upload(county.providerA(), "broken,row");
        assertThatThrownBy(() -> imports.confirm(county.providerA(), ref)).hasMessage("visits.error.notOpen");
        assertThat(imports.view(county.providerA(), ref).status()).isEqualTo(ImportStatus.CHECKED);
    }

    @Test
    void aLargeFileIsReadBehindThePage() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = imports.upload(
                county.providerA(),
                VisitExamples.file(VisitExamples.delivered("LG-" + facts.ref(), facts, DAY)),
                VisitImports.LARGE + 1);
        assertThat(read(ref).counts()).isEqualTo(new Counts(1, 0, 0, 0, 30, 30));
        imports.confirm(county.providerA(), ref);
        assertThat(await(county.providerA(), ref)).isEqualTo(ImportStatus.DONE);
        assertThat(visits(facts)).isEqualTo(1);
    }

    @Test
    void aLargeFileThatCannotBeReadSaysWhy() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = imports.upload(
                county.providerA(),
                VisitExamples.file(
                        VisitExamples.delivered("LQ-" + facts.ref(), facts, DAY), "\"never closed".repeat(9000)),
                VisitImports.LARGE + 1);
        ImportView one = read(ref);
        assertThat(one.failure()).isEqualTo(ImportFailure.UNREADABLE);
        assertThat(one.refusalKey()).isEqualTo("visits.file.QUOTES");
        assertThat(one.confirmable()).isFalse();
    }

    @Test
    void workThatIsStoppedHalfWayLeavesNothingAndRunAgainGivesTheSameAsOnce() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(
                county.providerA(),
                VisitExamples.delivered("ST1-" + facts.ref(), facts, DAY),
                VisitExamples.delivered("ST2-" + facts.ref(), facts, DAY.plusDays(1)));
        ImportView one = imports.view(county.providerA(), ref);
        silent(one, "1 second");
        assertThat(imports.cancel(county.providerA(), ref)).isFalse();
        var stopped = new ImportRun.Job(county.providerA(), one, 1);
        assertThatThrownBy(() -> runs.take(stopped)).isInstanceOf(Staging.Stopped.class);
        assertThat(visits(facts)).isZero();
        silent(one, "10 minutes");
        assertThat(imports.view(county.providerA(), ref).failure()).isEqualTo(ImportFailure.STALLED);
        imports.confirm(county.providerA(), ref);
        assertThat(await(county.providerA(), ref)).isEqualTo(ImportStatus.DONE);
        assertThat(visits(facts)).isEqualTo(2);
        assertThat(imports.view(
                                county.providerA(),
                                upload(
                                        county.providerA(),
                                        VisitExamples.delivered("ST1-" + facts.ref(), facts, DAY),
                                        VisitExamples.delivered("ST2-" + facts.ref(), facts, DAY.plusDays(1))))
                        .counts())
                .isEqualTo(new Counts(0, 0, 2, 0, 60, 60));
        assertDeliveredIsWhatVisitsSay();
    }

    @Test
    void aCorrectionMovesAVisitToAnotherMonthAndItsNumberWithIt() {
        PackageFacts facts = examples.placed(county, county.providerA());
        String id = "MV-" + facts.ref();
        take(county.providerA(), VisitExamples.delivered(id, facts, LocalDate.of(2024, 5, 31)));
        take(county.providerA(), VisitExamples.delivered(id, facts, LocalDate.of(2024, 6, 1)));
        assertThat(jdbc.sql("select tableoid::regclass::text from visits.visit where provider_visit_id = ? order by id")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("visits.visit_2024_05", "visits.visit_2024_06");
        assertThat(month(facts)).isEqualTo(Map.of("user_minutes", 30, "carer_minutes", 30, "visits", 1));
        assertDeliveredIsWhatVisitsSay();
    }

    @Test
    void rowsLostInACrashAreAskedForAgain() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = upload(county.providerA(), VisitExamples.delivered("Y-" + facts.ref(), facts, DAY));
        jdbc.sql(staged(ref).in("truncate $rows")).update();
        imports.confirm(county.providerA(), ref);
        await(county.providerA(), ref);
        assertThat(imports.view(county.providerA(), ref).failure()).isEqualTo(ImportFailure.GONE);
        assertThat(imports.view(county.providerA(), ref).confirmable()).isFalse();
    }

    @Test
    void anEntryByHandFollowsTheSameRules() {
        PackageFacts facts = examples.placed(county, county.providerC());
        Map<Field, String> cells = new java.util.EnumMap<>(Field.class);
        cells.put(Field.PACKAGE_REF, facts.ref().value());
        cells.put(Field.VISIT_DATE, "2025-10-25");
        cells.put(Field.ACTUAL_START, "22:00");
        cells.put(Field.WORKERS, "1");
        cells.put(Field.STATUS, "DELIVERED");
        assertThat(paper.enter(county.providerC(), cells))
                .extracting(Problem::reason)
                .containsExactly(Reason.NEEDS_ACTUAL);
        cells.put(Field.ACTUAL_END, "07:00");
        assertThat(paper.enter(county.providerC(), cells)).isEmpty();
        // A night of nine hours on the wall, ten in which the clocks went back.
        assertThat(jdbc.sql(
                                "select user_minutes from visits.visit where care_package_id = ? and provider_visit_id like 'PAPER-%'")
                        .param(facts.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(600);
        assertThat(paper.enter(county.providerB(), cells))
                .extracting(Problem::reason)
                .containsExactly(Reason.PACKAGE);
        cells.put(Field.PROVIDER_VISIT_ID, "NOT-MINE");
        assertThatThrownBy(() -> paper.enter(county.providerC(), cells)).isInstanceOf(NotFound.class);
        assertDeliveredIsWhatVisitsSay();
    }

    @Test
    void theAuditHoldsCountsOnly() {
        PackageFacts facts = examples.placed(county, county.providerA());
        ImportRef ref = take(county.providerA(), VisitExamples.delivered("AU-" + facts.ref(), facts, DAY));
        assertThat(jdbc.sql("select facts::text from audit.entry where action = 'VisitsImported' and subject = ?")
                        .param(ref.value())
                        .query(String.class)
                        .single())
                .isEqualTo("{\"bad\": \"0\", \"new\": \"1\", \"same\": \"0\", \"changed\": \"0\"}");
    }

    private Staged staged(ImportRef ref) {
        return new Staged(imports.view(county.providerA(), ref).id());
    }

    private ImportRef upload(Actor actor, String... rows) {
        return imports.upload(actor, VisitExamples.file(rows), 1);
    }

    private ImportRef take(Actor actor, String... rows) {
        ImportRef ref = upload(actor, rows);
        imports.confirm(actor, ref);
        assertThat(await(actor, ref)).isEqualTo(ImportStatus.DONE);
        return ref;
    }

    /** Once it has been read. */
    private ImportView read(ImportRef ref) {
        VisitExamples.settled(() -> imports.view(county.providerA(), ref));
        return imports.view(county.providerA(), ref);
    }

    private ImportStatus await(Actor actor, ImportRef ref) {
        return VisitExamples.settled(() -> imports.view(actor, ref));
    }

    private void silent(ImportView one, String since) {
        jdbc.sql("""
                update visits.import set status = 'WORKING', attempt = 1, confirmed_by = uploaded_by,
                    heartbeat_at = clock_timestamp() - cast(? as interval) where id = ?""").params(since, one.id()).update();
    }

    private static String anyRow(Random random, String id, PackageFacts facts) {
        LocalDate day = LocalDate.of(2025, 1, 20).plusDays(random.nextInt(60));
        int hour = random.nextInt(24);
        String times = "%02d:00,%02d:%02d".formatted(hour, (hour + random.nextInt(3)) % 24, 1 + random.nextInt(59));
        boolean spring = day.equals(LocalDate.of(2025, 3, 30));
        VisitStatus status = VisitStatus.values()[random.nextInt(VisitStatus.values().length)];
        boolean care = status.delivers() && !spring;
        return id + "," + facts.ref() + "," + day + ",,," + (care ? times : ",") + "," + (1 + random.nextInt(2)) + ","
                + (care ? status : VisitStatus.MISSED) + ",," + (care ? "" : "ill");
    }

    private static java.util.stream.Collector<Integer, ?, List<Integer>> shuffled(Random random) {
        return java.util.stream.Collectors.collectingAndThen(
                java.util.stream.Collectors.toCollection(ArrayList::new), list -> {
                    Collections.shuffle(list, random);
                    return list;
                });
    }

    private int visits(PackageFacts facts) {
        return jdbc.sql("select count(*) from visits.visit where care_package_id = ?")
                .param(facts.id().value())
                .query(Integer.class)
                .single();
    }

    private List<Map<String, Object>> all(PackageFacts facts) {
        return jdbc.sql(
                        "select v.*, d.* from visits.visit v left join visits.delivered d using (care_package_id) where care_package_id = ? order by v.id, d.period")
                .param(facts.id().value())
                .query()
                .listOfRows();
    }

    private Map<String, Object> month(PackageFacts facts) {
        return jdbc.sql(
                        "select user_minutes, carer_minutes, visits from visits.delivered where care_package_id = ? and period = 'MONTH'")
                .param(facts.id().value())
                .query()
                .singleRow();
    }

    private void assertDeliveredIsWhatVisitsSay() {
        assertThat(jdbc.sql("""
                        with raw as (
                            select c.period, c.starts_on, v.care_package_id, v.provider_id, v.kind, v.locality,
                                v.person_id as person_key, sum(v.user_minutes) as user_minutes,
                                sum(v.user_minutes * v.workers) as carer_minutes, count(*) as visits,
                                count(*) filter (where v.by_hand) as by_hand
                            from visits.visit v
                            cross join lateral (values ('MONTH', date_trunc('month', v.visit_date)::date),
                                ('WEEK', date_trunc('week', v.visit_date)::date)) c (period, starts_on)
                            where v.superseded_at is null and v.status in ('DELIVERED', 'UNPLANNED')
                            group by 1, 2, 3, 4, 5, 6, 7)
                        select count(*) from raw r
                        full join visits.delivered d
                            using (period, starts_on, care_package_id, provider_id, kind, locality, person_key)
                        where (r.user_minutes, r.carer_minutes, r.visits, r.by_hand)
                            is distinct from (d.user_minutes, d.carer_minutes, d.visits, d.by_hand)""").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("""
                        with raw as (
                            select c.period, c.starts_on, v.locality, v.provider_id, v.kind, sum(v.user_minutes) as user_minutes,
                                sum(v.user_minutes * v.workers) as carer_minutes, count(*) as visits,
                                count(distinct v.person_id) as people
                            from visits.visit v
                            cross join lateral (values ('MONTH', date_trunc('month', v.visit_date)::date),
                                ('WEEK', date_trunc('week', v.visit_date)::date)) c (period, starts_on)
                            where v.superseded_at is null and v.status in ('DELIVERED', 'UNPLANNED')
                            group by 1, 2, 3, 4, 5)
                        select count(*) from raw r
                        full join visits.delivered_area d using (period, starts_on, locality, provider_id, kind)
                        where (r.user_minutes, r.carer_minutes, r.visits, r.people)
                            is distinct from (d.user_minutes, d.carer_minutes, d.visits, d.people)""").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("""
                        select count(*) from (select * from visits.visit where superseded_at is null) v
                        full join visits.standing s on s.visit_id = v.id and s.visit_date = v.visit_date
                            and s.provider_id = v.provider_id and s.provider_visit_id = v.provider_visit_id
                            and s.mark is not distinct from v.mark
                        where v.id is null or s.visit_id is null""").query(Integer.class).single()).isZero();
    }
}
