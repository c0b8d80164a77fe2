package cymru.pontio.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A rule of state that a person can run into: a lost race, a deadline passed, a step out of order. Shown as 409. */
public class RuleBroken extends RuntimeException {
    private final String messageKey;
    private final transient Object[] args;
    private @Nullable String subject;

    /** @param messageKey a sentence of the room's message bundle; it says what happened and what to do */
    public RuleBroken(String messageKey, Object... args) {
        super(messageKey);
        this.messageKey = messageKey;
        this.args = Arrays.copyOf(args, args.length);
    }

    /** @param ref what the sentence is about where the address names something else; the page tells its last change */
    public RuleBroken about(String ref) {
        subject = ref;
        return this;
    }

    public @Nullable String subject() {
        return subject;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] args() {
        return Arrays.copyOf(args, args.length);
    }
}
