package cymru.pontio.visits;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.placements.PlacementForVisits;
import cymru.pontio.placements.PlacementStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCheckTests {
    private static final String GOOD = "V1,PKG-7K3M-Q,2026-03-10,08:00,08:30,08:05,08:40,2,DELIVERED,W7,";
    private static final PlacementForVisits PLACEMENT = new PlacementForVisits(
            UUID.randomUUID(),
            "PKG-7K3M-Q",
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "newtown",
            "AGENCY",
            PlacementStatus.LIVE,
            Instant.parse("2014-01-01T10:00:00Z"),
            LocalDate.of(2026, 6, 1));
    private static final VisitRules RULES =
            new VisitRules(Map.of("PKG-7K3M-Q", List.of(PLACEMENT)), Instant.parse("2026-11-21T12:00:00Z"));

    /** The same with a placement that goes on. */
    private static final VisitRules STILL_THERE = new VisitRules(
            Map.of(
                    "PKG-7K3M-Q",
                    List.of(new PlacementForVisits(
                            PLACEMENT.id(),
                            "PKG-7K3M-Q",
                            PLACEMENT.carePackage(),
                            PLACEMENT.person(),
                            PLACEMENT.provider(),
                            "newtown",
                            "AGENCY",
                            PlacementStatus.LIVE,
                            PLACEMENT.acceptedAt(),
                            null))),
            RULES.now());

    @Test
    void takesAGoodRow() {
        VisitTerms terms = Objects.requireNonNull(check(GOOD).terms());
        assertThat(terms.userMinutes()).isEqualTo(35);
        assertThat(terms.workers()).isEqualTo(2);
        assertThat(terms.placement()).isEqualTo(PLACEMENT);
    }

    @Test
    void countsNoCareWhereNoneWasGiven() {
        String frustrated = "V1,PKG-7K3M-Q,2026-03-10,08:00,08:30,08:05,08:40,1,FRUSTRATED,W7,nobody in";
        assertThat(Objects.requireNonNull(check(frustrated).terms()).userMinutes())
                .isZero();
    }

    @ParameterizedTest(name = "{0}={1}: {3} at {2}")
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                "PROVIDER_VISIT_ID, -, PROVIDER_VISIT_ID, MISSING",
                "PROVIDER_VISIT_ID, a b, PROVIDER_VISIT_ID, VISIT_ID",
                "PROVIDER_VISIT_ID, =1+1, PROVIDER_VISIT_ID, VISIT_ID",
                "PACKAGE_REF, -, PACKAGE_REF, MISSING",
                "PACKAGE_REF, PKG-0000-0, PACKAGE_REF, PACKAGE",
                "PACKAGE_REF, <script>, PACKAGE_REF, PACKAGE",
                "VISIT_DATE, -, VISIT_DATE, MISSING",
                "VISIT_DATE, 2026-02-29, VISIT_DATE, DATE",
                "VISIT_DATE, 31/02/2026, VISIT_DATE, DATE",
                "VISIT_DATE, 10.3.2026, VISIT_DATE, DATE",
                "VISIT_DATE, +999999999-01-01, VISIT_DATE, FUTURE",
                "VISIT_DATE, 2014-12-31, VISIT_DATE, TOO_OLD",
                "VISIT_DATE, 2026-11-22, VISIT_DATE, FUTURE",
                "VISIT_DATE, 2026-06-01, PACKAGE_REF, PACKAGE",
                "PLANNED_START, 25:00, PLANNED_START, TIME",
                "PLANNED_START, 24:00, PLANNED_START, TIME",
                "PLANNED_START, 8am, PLANNED_START, TIME",
                "PLANNED_START, -, PLANNED_START, HALF",
                "PLANNED_END, 08:00, PLANNED_END, NO_LENGTH",
                "ACTUAL_END, -, ACTUAL_END, NEEDS_ACTUAL",
                "WORKERS, -, WORKERS, MISSING",
                "WORKERS, 3, WORKERS, WORKERS",
                "WORKERS, 1.0, WORKERS, WORKERS",
                "STATUS, -, STATUS, MISSING",
                "STATUS, DONE, STATUS, STATUS",
                "STATUS, CANCELLED_BY_PERSON, REASON, NEEDS_REASON",
                "WORKER_ID, Mair Jones, WORKER_ID, WORKER",
                "WORKER_ID, mair@care.example, WORKER_ID, WORKER"
            })
    void refusesWhatIsWrong(Field changed, String value, Field at, Reason reason) {
        RowCheck.Checked checked = check(with(GOOD, changed, value == null ? "" : value));
        assertThat(checked.terms()).isNull();
        assertThat(checked.problems())
                .extracting(Problem::field, Problem::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(at, reason));
    }

    @Test
    void findsEverythingThatIsWrongWithARow() {
        assertThat(check(",PKG-0000-0,yesterday,8am,08:30,,,3,DELIVERED,Mair Jones,")
                        .problems())
                .extracting(Problem::reason)
                .containsExactlyInAnyOrder(
                        Reason.MISSING,
                        Reason.DATE,
                        Reason.PACKAGE,
                        Reason.TIME,
                        Reason.WORKERS,
                        Reason.NEEDS_ACTUAL,
                        Reason.NEEDS_ACTUAL,
                        Reason.WORKER);
    }

    @Test
    void refusesActualTimesOfAMissedVisit() {
        assertThat(check(with(with(GOOD, Field.STATUS, "MISSED"), Field.REASON, "ill"))
                        .problems())
                .extracting(Problem::reason)
                .containsExactly(Reason.NOT_ACTUAL, Reason.NOT_ACTUAL);
    }

    /** Seeded fault: look at the day alone. */
    @Test
    void refusesCareThatIsNotOverYet() {
        String until = "V1,PKG-7K3M-Q,2026-11-21,11:00,12:30,11:00,%s,1,DELIVERED,W7,";
        assertThat(RowCheck.check(row(until.formatted("12:00")), STILL_THERE).problems())
                .isEmpty();
        assertThat(RowCheck.check(row(until.formatted("12:01")), STILL_THERE).problems())
                .extracting(Problem::field, Problem::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Field.ACTUAL_END, Reason.FUTURE));
    }

    @Test
    void refusesATimeThatTheClocksLeftOut() {
        String row = "V1,PKG-7K3M-Q,2026-03-29,,,01:30,02:30,1,DELIVERED,W7,";
        assertThat(check(row).problems())
                .extracting(Problem::field, Problem::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Field.ACTUAL_START, Reason.NO_SUCH_TIME));
    }

    @Test
    void refusesMoreThanADayInTheNightWithAnHourMore() {
        RawRow row = row("V1,PKG-7K3M-Q,2026-10-25,,,00:30,00:29,1,DELIVERED,W7,");
        assertThat(RowCheck.check(row, STILL_THERE).problems())
                .extracting(Problem::reason)
                .containsExactly(Reason.TOO_LONG);
    }

    @Test
    void readsWhatSpreadsheetsMakeOfDatesAndTimes() {
        VisitTerms terms = Objects.requireNonNull(check("V1,pkg-7k3m-q,10/3/2026,8:00,8:30,8:05,8:40,1,delivered,W7,")
                .terms());
        assertThat(terms.date()).isEqualTo(LocalDate.of(2026, 3, 10));
    }

    @Test
    void doesNotSayWhichPackagesExist() {
        Reason foreign = check(with(GOOD, Field.PACKAGE_REF, "PKG-ZZZZ-Z"))
                .problems()
                .getFirst()
                .reason();
        Reason ended = check(with(GOOD, Field.VISIT_DATE, "2026-07-01"))
                .problems()
                .getFirst()
                .reason();
        assertThat(foreign).isEqualTo(ended).isEqualTo(Reason.PACKAGE);
    }

    private static RowCheck.Checked check(String row) {
        return RowCheck.check(row(row), RULES);
    }

    private static RawRow row(String written) {
        String[] cells = written.split(",", -1);
        Map<Field, String> named = new EnumMap<>(Field.class);
        for (Field field : Field.values()) named.put(field, cells[field.ordinal()]);
        return new RawRow(2, named);
    }

    private static String with(String row, Field field, String value) {
        String[] cells = row.split(",", -1);
        cells[field.ordinal()] = value;
        return String.join(",", cells);
    }
}
