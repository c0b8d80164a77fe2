package cymru.pontio.providers.pledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which level follows, on any day, from what was accepted. A level is held while each mandatory clause of it and of those
 * below it is covered by an acceptance. Until a new version’s transition ends, the better of it and the version before
 * counts.
 */
final class LevelHistory {
    private final List<Terms> versions;
    private final List<Acceptance> acceptances;

    /** @param versions those adopted */
    LevelHistory(List<Terms> versions, List<Acceptance> acceptances) {
        this.versions =
                versions.stream().sorted(Comparator.comparing(Terms::startsOn)).toList();
        this.acceptances = List.copyOf(acceptances);
    }

    /** @param transitionUntil the last day on which the version before counts too */
    record Terms(LocalDate startsOn, LocalDate transitionUntil, List<Asked> asked) {}

    record Asked(UUID clause, Level level, boolean mandatory) {}

    /**
     * @param until the first day on which it no longer counts
     * @param withdrawn the council ended it before its time
     */
    record Acceptance(UUID clause, LocalDate from, LocalDate until, boolean withdrawn) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    Optional<Level> on(LocalDate day) {
        int now = -1;
        for (int i = 0; i < versions.size(); i++) if (!versions.get(i).startsOn.isAfter(day)) now = i;
        if (now < 0) return Optional.empty();
        Optional<Level> own = earned(versions.get(now), day);
        if (now == 0 || day.isAfter(versions.get(now).transitionUntil)) return own;
        Optional<Level> before = earned(versions.get(now - 1), day);
        return own.isEmpty() || before.isPresent() && before.get().compareTo(own.get()) > 0 ? before : own;
    }

    /** All days with a level, first to last; neighbours differ. */
    List<Holding> holdings() {
        List<Holding> found = new ArrayList<>();
        @Nullable Level level = null;
        LocalDate from = LocalDate.MIN;
        for (LocalDate day : days()) {
            Level next = on(day).orElse(null);
            if (next == level) continue;
            if (level != null) found.add(new Holding(level, from, day, ending(level, next, day)));
            level = next;
            from = day;
        }
        return found;
    }

    private Optional<Level> earned(Terms terms, LocalDate day) {
        Optional<Level> best = Optional.empty();
        for (Level level : Level.values()) {
            List<Asked> mandatory = terms.asked.stream()
                    .filter(asked -> asked.mandatory && asked.level == level)
                    .toList();
            // A version without clauses of a level does not offer it.
            if (mandatory.isEmpty()) continue;
            if (!mandatory.stream().allMatch(asked -> covered(asked.clause, day))) break;
            best = Optional.of(level);
        }
        return best;
    }

    private boolean covered(UUID clause, LocalDate day) {
        return acceptances.stream().anyMatch(one -> one.clause.equals(clause) && one.covers(day));
    }

    private SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Acceptance one : acceptances) {
            days.add(one.from);
            days.add(one.until);
        }
        for (Terms terms : versions) {
            days.add(terms.startsOn);
            days.add(terms.transitionUntil.plusDays(1));
        }
        return days;
    }

    private Ending ending(Level from, @Nullable Level to, LocalDate day) {
        if (to != null && to.compareTo(from) > 0) return Ending.RAISED;
        List<Acceptance> ended =
                acceptances.stream().filter(one -> one.until.equals(day)).toList();
        if (ended.stream().anyMatch(Acceptance::withdrawn)) return Ending.WITHDRAWN;
        return ended.isEmpty() ? Ending.NEW_VERSION : Ending.EXPIRED;
    }
}
