package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider and the pledge as both sides see it.
 *
 * @param version the one in force
 * @param attestations the latest first
 * @param holdings first to last
 * @param withdrawals the latest first
 */
record Signatory(
        UUID provider,
        String ref,
        String name,
        Version version,
        List<Attestation> attestations,
        List<Holding> holdings,
        List<Withdrawn> withdrawals,
        LocalDate today) {
    /** Days before an expiry on which it is called near. */
    static final int NEAR = 60;

    record Withdrawn(Level level, LocalDate from, WithdrawalReason reason, String note, String by, Instant at) {}

    /**
     * @param until the last day on which it counts, by what is accepted
     * @param waiting what lies with the council
     * @param last what was said last
     */
    record Standing(
            Clause clause,
            ClauseState state,
            @Nullable LocalDate until,
            @Nullable Attestation waiting,
            @Nullable Attestation last) {}

    record LevelStanding(
            Level level, boolean illustrative, @Nullable Money reward, List<Standing> clauses) {}

    public Optional<Holding> now() {
        return holdings.stream().filter(one -> one.covers(today)).findFirst();
    }

    public @Nullable Level level() {
        return now().map(Holding::level).orElse(null);
    }

    /** What is held after today without a further attestation, if it is another level. */
    public Optional<Holding> after() {
        return holdings.stream().filter(one -> one.from().isAfter(today)).findFirst();
    }

    /** The lowest level offered above the one held. */
    public Optional<Level> next() {
        Level held = level();
        return version.levels().stream()
                .filter(step -> step.clauses().stream().anyMatch(Clause::mandatory))
                .map(Version.Step::level)
                .filter(level -> held == null || level.compareTo(held) > 0)
                .findFirst();
    }

    /** Mandatory clauses of the next level and those below that do not count today. */
    public List<Standing> missing() {
        return next().map(level -> levels().stream()
                        .filter(one -> one.level.compareTo(level) <= 0)
                        .flatMap(one -> one.clauses.stream())
                        .filter(one -> one.clause.mandatory() && !one.state.counts())
                        .toList())
                .orElse(List.of());
    }

    public List<LevelStanding> levels() {
        return version.levels().stream()
                .map(step -> new LevelStanding(
                        step.level(),
                        step.illustrative(),
                        step.reward(),
                        step.clauses().stream().map(this::standing).toList()))
                .toList();
    }

    List<Standing> clauses() {
        return levels().stream().flatMap(one -> one.clauses.stream()).toList();
    }

    /** Expiries of what counts, the nearest first. */
    public List<Standing> expiring() {
        return levels().stream()
                .flatMap(one -> one.clauses.stream())
                .filter(one -> one.state == ClauseState.EXPIRING)
                .sorted(Comparator.comparing(one -> one.until == null ? LocalDate.MAX : one.until))
                .toList();
    }

    Standing standing(Clause clause) {
        List<Attestation> own = attestations.stream()
                .filter(one -> one.clause().equals(clause.id()))
                .toList();
        Optional<LocalDate> until = own.stream()
                .filter(one -> one.counts(today))
                .map(Signatory::lastDay)
                .max(Comparator.naturalOrder());
        Attestation waiting = own.stream()
                .filter(one -> one.status() == AttestationStatus.WAITING)
                .findFirst()
                .orElse(null);
        Attestation last = own.isEmpty() ? null : own.getFirst();
        return new Standing(clause, state(until.orElse(null), waiting, last), until.orElse(null), waiting, last);
    }

    private ClauseState state(@Nullable LocalDate until, @Nullable Attestation waiting, @Nullable Attestation last) {
        if (until != null) return until.isAfter(today.plusDays(NEAR)) ? ClauseState.KEPT : ClauseState.EXPIRING;
        if (waiting != null) return ClauseState.WAITING;
        if (last == null || last.status() == AttestationStatus.TAKEN_BACK) return ClauseState.MISSING;
        return last.status() == AttestationStatus.QUERIED ? ClauseState.QUERIED : ClauseState.EXPIRED;
    }

    private static LocalDate lastDay(Attestation one) {
        LocalDate ended = one.endedOn();
        return ended == null || ended.isAfter(one.goodUntil()) ? one.goodUntil() : ended.minusDays(1);
    }

    /** Levels held today, from the lowest: those that can be taken away. */
    public List<Level> held() {
        Level held = level();
        return held == null
                ? List.of()
                : Arrays.stream(Level.values())
                        .filter(level -> level.compareTo(held) <= 0)
                        .toList();
    }
}
