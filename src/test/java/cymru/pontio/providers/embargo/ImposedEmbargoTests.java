package cymru.pontio.providers.embargo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.Embargo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImposedEmbargoTests {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Actor one = commissioner("One");
    private final Actor other = commissioner("Other");

    @Test
    void countsFromTheMomentItIsImposed() {
        assertThat(embargo().effect()).isEqualTo(Embargo.NEW_WORK);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20,past", "2026-11-19,past", "2027-05-21,far"})
    void isLookedAtAgainOnADayToComeWithinHalfAYear(LocalDate day, String fault) {
        assertBroken("embargo.form.reviewOn." + fault, () -> embargo(day));
        assertThat(embargo(LocalDate.of(2027, 5, 20)).reviewOn()).isEqualTo(LocalDate.of(2027, 5, 20));
    }

    @Test
    void becomesWiderAtAReviewAndNeverNarrower() {
        ImposedEmbargo embargo = embargo();
        assertThat(embargo.review(Embargo.NEW_WORK, TODAY.plusDays(30), NOW)).isEqualTo(Step.REVIEWED);
        assertThat(embargo.review(Embargo.NEW_WORK_AND_INCREASES, TODAY.plusDays(30), NOW))
                .isEqualTo(Step.WIDENED);
        assertBroken("embargo.error.narrower", () -> embargo.review(Embargo.NEW_WORK, TODAY.plusDays(30), NOW));
    }

    /** Seeded fault: leave the proposer's check out. */
    @Test
    void isLiftedBySomebodyElseThanWhoeverProposedIt() {
        ImposedEmbargo embargo = embargo();
        assertBroken("embargo.error.notAsked", () -> embargo.lift(other, NOW));
        embargo.askToLift(one, "All is well again", NOW);
        assertBroken("embargo.error.askedAlready", () -> embargo.askToLift(other, "Me too please", NOW));
        assertBroken("embargo.error.own", () -> embargo.lift(one, NOW));
        embargo.lift(other, NOW);
        assertThat(embargo.effect()).isEqualTo(Embargo.NONE);
        assertBroken("embargo.error.lifted", () -> embargo.lift(other, NOW));
        assertBroken("embargo.error.lifted", () -> embargo.review(Embargo.NEW_WORK, TODAY.plusDays(30), NOW));
    }

    @Test
    void staysWhenTheProposalIsTurnedDown() {
        ImposedEmbargo embargo = embargo();
        embargo.askToLift(one, "All is well again", NOW);
        embargo.refuseToLift();
        assertThat(embargo.effect()).isEqualTo(Embargo.NEW_WORK);
        assertBroken("embargo.error.notAsked", () -> embargo.lift(other, NOW));
    }

    private ImposedEmbargo embargo() {
        return embargo(TODAY.plusDays(21));
    }

    private ImposedEmbargo embargo(LocalDate review) {
        return new ImposedEmbargo(
                EmbargoRef.random(java.util.random.RandomGenerator.getDefault()),
                UUID.randomUUID(),
                new EmbargoTerms(Embargo.NEW_WORK, Cause.QUALITY, "Visits were cut short", "en", review),
                one,
                NOW);
    }

    private static Actor commissioner(String name) {
        return new Actor(UUID.randomUUID(), name, UUID.randomUUID(), "Council", null, Set.of(Role.COMMISSIONER), null);
    }

    private static void assertBroken(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }
}
