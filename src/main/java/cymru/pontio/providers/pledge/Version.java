package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the pledge asks from a day on.
 *
 * @param transitionUntil the last day on which levels of the version before still count
 * @param draftedBy none for the first, which came with the product
 */
record Version(
        UUID id,
        int number,
        VersionStatus status,
        LocalDate startsOn,
        LocalDate transitionUntil,
        String why,
        @Nullable UUID draftedBy,
        @Nullable String draftedByName,
        Instant draftedAt,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        List<Step> levels) {

    /** @param reward announced, in pounds on the average hourly rate; the rate card decides what is paid */
    record Step(Level level, boolean illustrative, @Nullable Money reward, List<Clause> clauses) {}

    List<Clause> clauses() {
        return levels.stream().flatMap(step -> step.clauses.stream()).toList();
    }

    Optional<Clause> clause(String code) {
        return clauses().stream()
                .filter(clause -> clause.code().equalsIgnoreCase(code))
                .findFirst();
    }

    LevelHistory.Terms terms() {
        return new LevelHistory.Terms(
                startsOn,
                transitionUntil,
                clauses().stream()
                        .map(clause -> new LevelHistory.Asked(clause.id(), clause.level(), clause.mandatory()))
                        .toList());
    }

    boolean inHand() {
        return status == VersionStatus.DRAFT || status == VersionStatus.PROPOSED;
    }

    boolean draftOf(Actor actor) {
        return status == VersionStatus.DRAFT && actor.userId().equals(draftedBy);
    }

    /** Nobody decides what they wrote. */
    boolean decidableBy(Actor actor) {
        return status == VersionStatus.PROPOSED && !actor.userId().equals(draftedBy);
    }
}
