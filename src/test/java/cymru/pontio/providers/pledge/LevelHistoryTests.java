package cymru.pontio.providers.pledge;

import static cymru.pontio.providers.pledge.Level.BRONZE;
import static cymru.pontio.providers.pledge.Level.GOLD;
import static cymru.pontio.providers.pledge.Level.SILVER;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LevelHistoryTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final UUID B1 = Ids.next();
    private static final UUID B2 = Ids.next();
    private static final UUID S1 = Ids.next();
    private static final UUID S2 = Ids.next();
    private static final UUID G1 = Ids.next();

    private final List<LevelHistory.Terms> versions = new ArrayList<>(List.of(terms(START, START, B1, B2, S1, G1)));
    private final List<LevelHistory.Acceptance> accepted = new ArrayList<>();

    /** Seeded fault: count an acceptance before its first day. */
    @Test
    void earnsALevelOnTheDayItsLastMandatoryClauseIsAccepted() {
        accept(B1, 1, 300);
        accept(B2, 10, 200);
        assertThat(on(9)).isEmpty();
        assertThat(on(10)).contains(BRONZE);
    }

    @Test
    void keepsALevelThroughTheLastDayOfItsFirstClauseToRunOut() {
        accept(B1, 1, 300);
        accept(B2, 10, 200);
        assertThat(on(199)).contains(BRONZE);
        assertThat(on(200)).isEmpty();
        assertThat(history().holdings()).containsExactly(new Holding(BRONZE, day(10), day(200), Ending.EXPIRED));
    }

    /** Seeded fault: go on past a level that is not complete. */
    @Test
    void asksForAllLevelsBelow() {
        accept(S1, 1, 300);
        accept(G1, 1, 300);
        accept(B1, 1, 300);
        assertThat(on(5)).isEmpty();
        accept(B2, 20, 100);
        assertThat(on(20)).contains(GOLD);
        assertThat(on(100)).isEmpty();
    }

    @Test
    void doesNotAskForOptionalClauses() {
        versions.set(
                0,
                new LevelHistory.Terms(
                        START,
                        START,
                        List.of(new LevelHistory.Asked(B1, BRONZE, true), new LevelHistory.Asked(B2, BRONZE, false))));
        accept(B1, 1, 30);
        assertThat(on(1)).contains(BRONZE);
    }

    @Test
    void aVersionWithoutClausesOfALevelDoesNotGiveItAway() {
        versions.set(0, new LevelHistory.Terms(START, START, List.of(new LevelHistory.Asked(B1, BRONZE, true))));
        accept(B1, 1, 30);
        assertThat(on(1)).contains(BRONZE);
    }

    @Test
    void goesOnWithoutAGapWhereARenewalMeetsWhatRunsOut() {
        accept(B1, 1, 300);
        accept(B2, 1, 100);
        accept(B2, 90, 200);
        assertThat(history().holdings()).containsExactly(new Holding(BRONZE, day(1), day(200), Ending.EXPIRED));
    }

    @Test
    void saysWhatEndsEachSpell() {
        accept(B1, 1, 300);
        accept(B2, 1, 300);
        accept(S1, 50, 120);
        accepted.add(new LevelHistory.Acceptance(S1, day(130), day(150), true));
        assertThat(history().holdings())
                .containsExactly(
                        new Holding(BRONZE, day(1), day(50), Ending.RAISED),
                        new Holding(SILVER, day(50), day(120), Ending.EXPIRED),
                        new Holding(BRONZE, day(120), day(130), Ending.RAISED),
                        new Holding(SILVER, day(130), day(150), Ending.WITHDRAWN),
                        new Holding(BRONZE, day(150), day(300), Ending.EXPIRED));
    }

    @Test
    void countsTheBetterOfTwoVersionsUntilTheTransitionEnds() {
        versions.add(terms(day(100), day(130), B1, B2, S2, G1));
        accept(B1, 1, 300);
        accept(B2, 1, 300);
        accept(S1, 1, 300);
        assertThat(on(130)).contains(SILVER);
        assertThat(on(131)).contains(BRONZE);
        assertThat(history().holdings())
                .containsExactly(
                        new Holding(SILVER, day(1), day(131), Ending.NEW_VERSION),
                        new Holding(BRONZE, day(131), day(300), Ending.EXPIRED));
        accept(S2, 120, 300);
        assertThat(on(131)).contains(SILVER);
    }

    /** What is kept and what is asked day by day is the same thing. */
    @Test
    void holdingsSayTheSameAsEachDay() {
        versions.add(terms(day(100), day(130), B1, B2, S2, G1));
        accept(B1, 3, 90);
        accept(B1, 95, 300);
        accept(B2, 1, 250);
        accept(S1, 20, 140);
        accept(S2, 125, 200);
        accept(G1, 60, 70);
        List<Holding> holdings = history().holdings();
        for (int i = 0; i < 320; i++) {
            LocalDate day = day(i);
            Optional<Level> held = holdings.stream()
                    .filter(one -> one.covers(day))
                    .map(Holding::level)
                    .findFirst();
            assertThat(held).as("day %d", i).isEqualTo(history().on(day));
        }
    }

    private void accept(UUID clause, int from, int until) {
        accepted.add(new LevelHistory.Acceptance(clause, day(from), day(until), false));
    }

    private Optional<Level> on(int day) {
        return history().on(day(day));
    }

    private LevelHistory history() {
        return new LevelHistory(versions, accepted);
    }

    private static LocalDate day(int number) {
        return START.plusDays(number);
    }

    private static LevelHistory.Terms terms(LocalDate from, LocalDate transition, UUID b1, UUID b2, UUID s, UUID g) {
        return new LevelHistory.Terms(
                from,
                transition,
                List.of(
                        new LevelHistory.Asked(b1, BRONZE, true),
                        new LevelHistory.Asked(b2, BRONZE, true),
                        new LevelHistory.Asked(s, SILVER, true),
                        new LevelHistory.Asked(g, GOLD, true)));
    }
}
