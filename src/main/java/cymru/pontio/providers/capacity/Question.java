package cymru.pontio.providers.capacity;

import java.util.List;

/**
 * What a provider is told before it accepts work: how many user hours a week it declared, and how many this takes.
 *
 * @param because why it has to confirm
 * @param lines one for each kind of hour the work needs
 * @param seen changes whenever the question does; an answer to another question is none
 */
public record Question(Because because, List<Line> lines, String seen) {
    /** Why a provider is asked. */
    public enum Because {
        /** It is not: the hours are there. */
        ENOUGH,
        NOTHING_DECLARED,
        /** The last day of its declaration has passed. */
        OUT_OF_DATE,
        MORE_THAN_DECLARED
    }

    /** User minutes a week. */
    public record Line(Slot slot, int left, int needed) {
        /** Whoever has promised more than they declared has nothing free. */
        public int free() {
            return Math.max(0, left);
        }

        public boolean tooLittle() {
            return needed > left;
        }
    }

    public boolean mustBeAsked() {
        return because != Because.ENOUGH;
    }

    public int needed() {
        return lines.stream().mapToInt(Line::needed).sum();
    }

    boolean answeredBy(Confirmation confirmation) {
        return confirmation.given() && confirmation.seen().equals(seen);
    }
}
