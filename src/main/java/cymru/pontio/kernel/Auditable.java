package cymru.pontio.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and must be in the audit in the same transaction. Published as an application event by the
 * door that made the change. Holds references and codes, never personal details: the auditor reads all of it.
 */
public interface Auditable {
    Actor by();

    /** What it happened to, like {@code PKG-7K3M-Q}. */
    String subject();

    /** The event's own name in the past tense. */
    default String action() {
        return getClass().getSimpleName();
    }

    /** Why, where the verb asks for a reason from a fixed list; free text is kept by the room, not here. */
    default @Nullable String reason() {
        return null;
    }

    /** Codes and figures that let an auditor follow the change; never a name, an address or a free text. */
    default Map<String, String> facts() {
        return Map.of();
    }
}
