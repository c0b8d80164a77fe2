package cymru.pontio.providers.register;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What taking a file over would change.
 *
 * @param after the services that are new or changed, as they would be
 * @param vanished numbers of services the file no longer has
 */
record Difference(List<Change> changes, List<ServiceEntry> after, List<String> vanished, int same) {
    enum Kind {
        NEW,
        CHANGED,
        VANISHED,
        /** It had vanished and is there again. */
        BACK
    }

    /**
     * @param column which field, for those that changed; the number itself for the others
     */
    record Change(String registration, String name, Kind kind, Column column, String was, String now) {}

    /** @param known by number; those that had vanished are in gone as well */
    static Difference of(ReadRegister file, Map<String, ServiceEntry> known, Set<String> gone) {
        List<Change> changes = new ArrayList<>();
        List<ServiceEntry> after = new ArrayList<>();
        int same = 0;
        for (ServiceEntry entry : file.entries().values()) {
            ServiceEntry before = known.get(entry.registration());
            ServiceEntry next = before == null ? entry : entry.over(before, file.given());
            List<Change> own = of(before, next, gone.contains(entry.registration()));
            if (own.isEmpty()) {
                same++;
            } else {
                changes.addAll(own);
                after.add(next);
            }
        }
        List<String> vanished = file.whole() ? vanished(file, known, gone, changes) : List.of();
        return new Difference(changes, after, vanished, same);
    }

    private static List<Change> of(@Nullable ServiceEntry before, ServiceEntry next, boolean wasGone) {
        String name = next.get(Column.NAME);
        if (before == null) return List.of(whole(next, Kind.NEW));
        List<Change> changes = new ArrayList<>();
        if (wasGone) changes.add(whole(next, Kind.BACK));
        for (Column column : EnumSet.complementOf(EnumSet.of(Column.REGISTRATION, Column.ENVIRONMENT))) {
            String was = before.get(column);
            String now = next.get(column);
            if (!was.equals(now)) changes.add(new Change(next.registration(), name, Kind.CHANGED, column, was, now));
        }
        return changes;
    }

    private static List<String> vanished(
            ReadRegister file, Map<String, ServiceEntry> known, Set<String> gone, List<Change> changes) {
        List<String> vanished = new ArrayList<>();
        known.values().stream()
                .filter(entry -> !gone.contains(entry.registration()))
                .filter(entry -> !file.mentioned().contains(entry.registration()))
                .forEach(entry -> {
                    vanished.add(entry.registration());
                    changes.add(whole(entry, Kind.VANISHED));
                });
        return vanished;
    }

    private static Change whole(ServiceEntry entry, Kind kind) {
        return new Change(entry.registration(), entry.get(Column.NAME), kind, Column.REGISTRATION, "", "");
    }

    boolean isNothing() {
        return changes.isEmpty();
    }

    /** How many services, not how many fields. */
    int services(Kind kind) {
        return (int) changes.stream()
                .filter(change -> change.kind() == kind)
                .map(Change::registration)
                .distinct()
                .count();
    }

    int responsible() {
        return (int) changes.stream()
                .filter(change -> change.kind() == Kind.CHANGED && change.column() == Column.RESPONSIBLE)
                .count();
    }
}
