package cymru.pontio.placements.variations;

import java.util.Arrays;
import java.util.Optional;

/** Ways in which a variation comes to nothing; each asks for a reason. */
enum Objection {
    /** The council says no. */
    REJECTION(VariationStatus.REJECTED),
    /** The provider says no. */
    REFUSAL(VariationStatus.DECLINED),
    /** Whoever asked thinks better of it. */
    CANCELLATION(VariationStatus.CANCELLED),
    /** Agreed, and taken back before its first day. */
    UNDOING(VariationStatus.UNDONE);

    private final VariationStatus becomes;

    Objection(VariationStatus becomes) {
        this.becomes = becomes;
    }

    VariationStatus becomes() {
        return becomes;
    }

    /** As in addresses. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Objection> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
