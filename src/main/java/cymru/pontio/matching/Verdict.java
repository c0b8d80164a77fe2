package cymru.pontio.matching;

import java.util.List;

/** What one hard rule says of a provider and some work, and why. */
public sealed interface Verdict {
    Rule rule();

    List<Cause> causes();

    record Kept(Rule rule, List<Cause> causes) implements Verdict {}

    record Broken(Rule rule, List<Cause> causes) implements Verdict {}

    /** Nothing is recorded that could say: it keeps nobody out, and somebody has to ask. */
    record Unknown(Rule rule, List<Cause> causes) implements Verdict {}

    static Verdict of(Rule rule, Because.State state, List<Cause> causes) {
        return switch (state) {
            case KEPT -> new Kept(rule, causes);
            case BROKEN -> new Broken(rule, causes);
            case UNKNOWN -> new Unknown(rule, causes);
        };
    }
}
