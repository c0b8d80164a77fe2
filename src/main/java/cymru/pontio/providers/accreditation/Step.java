package cymru.pontio.providers.accreditation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can happen to an accreditation, as its history and the audit name it. */
enum Step {
    JOINED,
    CHANGED,
    EVIDENCE_ADDED,
    EVIDENCE_CLEAN,
    EVIDENCE_INFECTED,
    EVIDENCE_ACCEPTED,
    EVIDENCE_REJECTED,
    APPLIED,
    TAKEN_UP,
    ASKED,
    ANSWERED,
    PROPOSED,
    TURNED_DOWN,
    WITHDRAWN,
    OVERTAKEN,
    ACCREDITED,
    CONDITIONAL,
    REFUSED,
    REMOVED,
    LEFT,
    REMINDED_60,
    REMINDED_30,
    REMINDED_7,
    LAPSED;

    /** What the council considers among itself and has not decided is not the provider's to read. */
    boolean amongCommissioners() {
        return this == PROPOSED || this == TURNED_DOWN || this == WITHDRAWN || this == OVERTAKEN;
    }

    static Step reminded(int days) {
        return valueOf("REMINDED_" + days);
    }

    /** What it may take is not what it was before. */
    boolean changesStanding() {
        return this == ACCREDITED || this == CONDITIONAL || this == REMOVED || this == LEFT || this == LAPSED;
    }

    public boolean byProvider() {
        return this == JOINED
                || this == CHANGED
                || this == EVIDENCE_ADDED
                || this == APPLIED
                || this == ANSWERED
                || this == LEFT;
    }

    /** AccreditationEvidenceAdded. */
    String action() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "Accreditation", ""));
    }
}
