package cymru.pontio.placements;

import static cymru.pontio.placements.SecondPerson.Cause.ABOVE_PLAN;
import static cymru.pontio.placements.SecondPerson.Cause.DIRECT;
import static cymru.pontio.placements.SecondPerson.Cause.NOT_TOP;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondPersonTests {
    private static final UUID TEAM = new UUID(0, 1);
    private static final Money PLAN = Money.of("20000");

    @Test
    void nobodyIsAskedForTheBestBidWithinThePlan() {
        assertThat(SecondPerson.causes(true, false, false, PLAN, PLAN)).isEmpty();
    }

    /** Seeded faults, each by itself: leave one of the four out. */
    @Test
    void allCausesAreNamedAtOnce() {
        assertThat(SecondPerson.causes(false, true, true, Money.of("20000.01"), PLAN))
                .containsExactlyInAnyOrder(SecondPerson.Cause.values());
    }

    @Test
    void commissionersAnswerForEverything() {
        Actor commissioner = actor(Role.COMMISSIONER, null, null);
        assertThat(SecondPerson.answersFor(commissioner, Set.of(NOT_TOP, ABOVE_PLAN, DIRECT), TEAM))
                .isTrue();
        assertThat(SecondPerson.withinLimit(commissioner, PLAN)).isTrue();
    }

    /** Seeded fault: let the manager answer whenever the cost is among the causes. */
    @Test
    void managersAnswerForCostAloneAndForTheirOwnTeam() {
        Actor manager = actor(Role.TEAM_MANAGER, TEAM, "50000");
        assertThat(SecondPerson.answersFor(manager, Set.of(ABOVE_PLAN), TEAM)).isTrue();
        assertThat(SecondPerson.answersFor(manager, Set.of(ABOVE_PLAN), new UUID(0, 2)))
                .isFalse();
        assertThat(SecondPerson.answersFor(manager, Set.of(NOT_TOP, ABOVE_PLAN), TEAM))
                .isFalse();
        assertThat(SecondPerson.answersFor(manager, Set.of(DIRECT), TEAM)).isFalse();
    }

    @Test
    void nobodyElseAnswers() {
        for (Role role : Set.of(Role.BROKER, Role.SOCIAL_WORKER, Role.FINANCE, Role.ADMIN, Role.PROVIDER_MANAGER))
            assertThat(SecondPerson.answersFor(actor(role, TEAM, "50000"), Set.of(ABOVE_PLAN), TEAM))
                    .as(role.name())
                    .isFalse();
    }

    /** Seeded fault: take no limit for any limit. */
    @Test
    void noLimitMeansNothing() {
        assertThat(SecondPerson.withinLimit(actor(Role.TEAM_MANAGER, TEAM, null), Money.of("0.01")))
                .isFalse();
        assertThat(SecondPerson.withinLimit(actor(Role.TEAM_MANAGER, TEAM, "20000"), PLAN))
                .isTrue();
        assertThat(SecondPerson.withinLimit(actor(Role.TEAM_MANAGER, TEAM, "19999.99"), PLAN))
                .isFalse();
    }

    private static Actor actor(Role role, @Nullable UUID team, @Nullable String limit) {
        return new Actor(
                UUID.randomUUID(),
                "Somebody",
                UUID.randomUUID(),
                "Council",
                team,
                Set.of(role),
                limit == null ? null : Money.of(limit));
    }
}
