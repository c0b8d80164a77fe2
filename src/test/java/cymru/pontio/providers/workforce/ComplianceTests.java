package cymru.pontio.providers.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Ids;
import cymru.pontio.providers.workforce.Due.Kind;
import cymru.pontio.providers.workforce.Due.Urgency;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComplianceTests {
    private static final Course HANDLING = new Course("MOVING_AND_HANDLING", "Moving", "Symud", 0, 12);
    private static final Course INDUCTION = new Course("INDUCTION", "Induction", "Sefydlu", 12, null);
    private static final Standard STANDARD = new Standard(6, 3, 36, 36, List.of(INDUCTION, HANDLING));
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 31);

    /** Seeded fault: make it due a day later. */
    @ParameterizedTest
    @CsvSource({
        "2025-08-31, 2026-02-28",
        "2025-08-30, 2026-02-28",
        "2025-08-28, 2026-02-28",
        "2023-08-31, 2024-02-29",
        "2026-03-31, 2026-09-30",
        "2026-01-15, 2026-07-15",
        "2025-11-30, 2026-05-30"
    })
    void registrationIsDueSixMonthsAfterTheStart(LocalDate started, LocalDate due) {
        assertThat(due(worker(started).build(), Kind.REGISTRATION)).contains(due);
    }

    @Test
    void isInTimeOnTheDayItselfAndOverdueTheDayAfter() {
        Due due = new Due(Kind.REGISTRATION, null, TODAY);
        assertThat(due.urgency(TODAY)).isEqualTo(Urgency.SOON);
        assertThat(due.urgency(TODAY.plusDays(1))).isEqualTo(Urgency.OVERDUE);
        assertThat(due.urgency(TODAY.minusDays(30))).isEqualTo(Urgency.SOON);
        assertThat(due.urgency(TODAY.minusDays(31))).isEqualTo(Urgency.AHEAD);
        assertThat(due.urgency(TODAY.minusDays(60))).isEqualTo(Urgency.AHEAD);
        assertThat(due.urgency(TODAY.minusDays(61))).isEqualTo(Urgency.LATER);
    }

    @Test
    void qualificationFollowsRegistration() {
        Draft draft = worker(LocalDate.of(2024, 1, 1));
        draft.registered = LocalDate.of(2024, 3, 31);
        assertThat(due(draft.build(), Kind.REGISTRATION)).isEmpty();
        assertThat(due(draft.build(), Kind.QUALIFICATION)).contains(LocalDate.of(2027, 3, 31));
        draft.qualified = LocalDate.of(2025, 1, 1);
        assertThat(due(draft.build(), Kind.QUALIFICATION)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-11-30, 2026-02-28", "2026-05-31, 2026-08-31", "2026-06-15, 2026-09-15"})
    void offerIsDueAfterThreeMonthsWithoutGuaranteedHours(LocalDate since, LocalDate due) {
        Draft draft = worker(since);
        assertThat(due(draft.build(), Kind.OFFER)).isEmpty();
        draft.contract = Contract.NON_GUARANTEED;
        assertThat(due(draft.build(), Kind.OFFER)).contains(due);
    }

    /** Seeded fault: forget earlier offers. */
    @Test
    void whoStaysIsAskedAgainThreeMonthsAfterTheOffer() {
        Draft draft = worker(LocalDate.of(2025, 1, 1));
        draft.contract = Contract.NON_GUARANTEED;
        draft.offers = List.of(
                new Worker.Offer(LocalDate.of(2026, 5, 31), OfferChoice.STAY),
                new Worker.Offer(LocalDate.of(2025, 4, 1), OfferChoice.STAY));
        assertThat(due(draft.build(), Kind.OFFER)).contains(LocalDate.of(2026, 8, 31));
    }

    /** An offer made under an earlier contract does not count for the present one. */
    @Test
    void onlyOffersSinceTheContractBeganCount() {
        Draft draft = worker(LocalDate.of(2025, 1, 1));
        draft.contract = Contract.NON_GUARANTEED;
        draft.since = LocalDate.of(2026, 6, 1);
        draft.offers = List.of(new Worker.Offer(LocalDate.of(2025, 4, 1), OfferChoice.AVERAGE));
        assertThat(due(draft.build(), Kind.OFFER)).contains(LocalDate.of(2026, 9, 1));
    }

    @Test
    void coursesBeforeTheFirstVisitAreOverdueFromTheStart() {
        Compliance one = Compliance.of(worker(TODAY).build(), STANDARD, TODAY);
        assertThat(one.of(Urgency.OVERDUE)).extracting(Due::kind).contains(Kind.TRAINING, Kind.DBS);
        assertThat(one.compliant()).isFalse();
    }

    @Test
    void courseThatRunsOutIsDueAgainAndOneThatDoesNotIsNot() {
        Draft draft = worker(LocalDate.of(2025, 1, 1));
        draft.training = List.of(
                new Worker.Done("MOVING_AND_HANDLING", LocalDate.of(2025, 9, 30), LocalDate.of(2026, 9, 30)),
                new Worker.Done("INDUCTION", LocalDate.of(2025, 2, 1), null));
        assertThat(due(draft.build(), Kind.TRAINING_RENEWAL)).contains(LocalDate.of(2026, 9, 30));
        assertThat(due(draft.build(), Kind.TRAINING)).isEmpty();
    }

    @Test
    void nothingIsDueForWhoHasLeft() {
        Draft draft = worker(LocalDate.of(2025, 1, 1));
        draft.left = TODAY.minusDays(1);
        assertThat(Compliance.of(draft.build(), STANDARD, TODAY).dues()).isEmpty();
        draft.left = TODAY;
        assertThat(Compliance.of(draft.build(), STANDARD, TODAY).dues()).isNotEmpty();
    }

    @Test
    void activeOfferFollowsFromWhoSpeaksWelshWhere() {
        assertThat(offer()).isEqualTo(ActiveOffer.NONE);
        assertThat(offer("newtown")).isEqualTo(ActiveOffer.SOME_PATCHES);
        assertThat(offer("newtown", "brecon", "brecon")).isEqualTo(ActiveOffer.EVERY_PATCH);
        assertThat(offer("newtown", "brecon", "brecon", "newtown")).isEqualTo(ActiveOffer.EVERY_PATCH_WITH_COVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W-0142", "17", "EMP00123", "A1", "CW1003"})
    void takesNumbers(String ref) {
        assertThat(OwnRef.isOne(ref)).isTrue();
    }

    /** Seeded fault: allow forty letters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIAN",
                "SIAN JONES",
                "JONES1",
                "S.JONES",
                "QQ123456C",
                "QQ-12-34-56-C",
                "SJ@A1.UK",
                "07700900123",
                "9434765919",
                "",
                "W-",
                "=1+1",
                "-1",
                "12345678901234567"
            })
    void refusesWhatMaySayWhoItIs(String ref) {
        assertThat(OwnRef.isOne(ref)).isFalse();
    }

    private static ActiveOffer offer(String... speakersIn) {
        List<Worker> workers = java.util.Arrays.stream(speakersIn)
                .map(patch -> {
                    Draft draft = worker(LocalDate.of(2025, 1, 1));
                    draft.welsh = 3;
                    draft.patches = List.of(patch);
                    return draft.build();
                })
                .toList();
        return Team.of(workers, Set.of("newtown", "brecon"), STANDARD, TODAY).activeOffer();
    }

    private static Optional<LocalDate> due(Worker worker, Kind kind) {
        return Compliance.of(worker, STANDARD, TODAY).dues().stream()
                .filter(due -> due.kind() == kind)
                .map(Due::by)
                .findFirst();
    }

    private static Draft worker(LocalDate started) {
        return new Draft(started);
    }

    private static final class Draft {
        private final LocalDate started;
        private Contract contract = Contract.GUARANTEED;
        private LocalDate since;
        private @Nullable LocalDate left;
        private @Nullable LocalDate registered;
        private @Nullable LocalDate qualified;
        private int welsh;
        private List<String> patches = List.of();
        private List<Worker.Done> training = List.of();
        private List<Worker.Offer> offers = List.of();

        private Draft(LocalDate started) {
            this.started = started;
            this.since = started;
        }

        Worker build() {
            return new Worker(
                    Ids.next(),
                    Ids.next(),
                    "W-1",
                    contract,
                    since,
                    started,
                    left,
                    registered,
                    qualified,
                    null,
                    welsh,
                    Gender.NOT_STATED,
                    1,
                    patches,
                    training,
                    offers);
        }
    }
}
