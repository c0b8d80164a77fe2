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

    static Verdict kept(Rule rule, Because because, Object... args) {
        return new Kept(rule, List.of(Cause.of(because, args)));
    }

    static Verdict broken(Rule rule, Because because, Object... args) {
        return new Broken(rule, List.of(Cause.of(because, args)));
    }

    static Verdict unknown(Rule rule, Because because, Object... args) {
        return new Unknown(rule, List.of(Cause.of(because, args)));
    }
}
