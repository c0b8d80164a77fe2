package cymru.pontio.visits.calls;

import cymru.pontio.site.OneOf;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which exceptions.
 *
 * @param tab essential calls missed; or whose turn it is: the council's, the provider's, nobody's
 * @param kind one kind, none for all
 * @param after where the page before ended
 * @param waiting those of the tab alone that wait for the council
 */
record ExceptionFilter(
        String tab, @Nullable String kind, @Nullable Key after, boolean waiting) {
    static final List<String> TABS = List.of("missed", "council", "provider", "closed");
    static final List<String> KINDS = List.of(
            "MISSED",
            "NOT_REPORTED",
            "NOT_PUNCTUAL",
            "OUT_OF_BAND",
            "SHORT",
            "LONG",
            "ONE_WORKER",
            "WORKER_ELSEWHERE",
            "OVERLAP",
            "TWO_VISITS",
            "EXTRA",
            "UNALLOCATED");

    /** A place in the order of the list: latest day first, and in it one package after the other, each as its day went. */
    record Key(LocalDate day, String packageRef, @Nullable Instant begins, UUID id) {
        static @Nullable Key of(@Nullable String typed) {
            String[] parts = typed == null ? new String[0] : typed.split("_", 4);
            try {
                return parts.length < 4
                        ? null
                        : new Key(
                                LocalDate.parse(parts[0]),
                                parts[1],
                                parts[2].isEmpty() ? null : Instant.parse(parts[2]),
                                UUID.fromString(parts[3]));
            } catch (DateTimeException | IllegalArgumentException e) {
                return null;
            }
        }
    }

    static ExceptionFilter of(@Nullable String tab, @Nullable String kind, @Nullable String after, String usual) {
        String shown = OneOf.of(tab, TABS);
        String only = OneOf.of(kind, KINDS);
        return new ExceptionFilter(shown.isEmpty() ? usual : shown, only.isEmpty() ? null : only, Key.of(after), false);
    }

    /** A missed essential is the council's until it is settled, and the provider's until it has answered. */
    String[] states(boolean provider) {
        return switch (tab) {
            case "missed" ->
                provider
                        ? new String[] {"OPEN", "QUERIED"}
                        : waiting ? new String[] {"OPEN", "ANSWERED"} : new String[] {"OPEN", "QUERIED", "ANSWERED"};
            case "provider" -> new String[] {"QUERIED"};
            case "closed" -> new String[] {"SETTLED", "GONE"};
            default -> new String[] {"OPEN", "ANSWERED"};
        };
    }

    /** As the query string says it. */
    public String query() {
        return "tab=" + tab + (kind == null ? "" : "&kind=" + kind);
    }

    /** The whole of it, for a file. */
    ExceptionFilter fromStart() {
        return new ExceptionFilter(tab, kind, null, false);
    }

    boolean missed() {
        return tab.equals("missed");
    }

    /** What is still to be done of it. */
    ExceptionFilter toDo(@Nullable ExceptionRow after) {
        return new ExceptionFilter(
                tab,
                kind,
                after == null ? null : new Key(after.day(), after.packageRef(), after.beginsAt(), after.id()),
                true);
    }
}
