package cymru.pontio.kernel;

import java.util.Arrays;

/** A rule of state that a person can run into: a lost race, a deadline passed, a step out of order. Shown as 409. */
public class RuleBroken extends RuntimeException {
    private final String messageKey;
    private final transient Object[] args;

    /** @param messageKey a sentence of the room's message bundle; it says what happened and what to do */
    public RuleBroken(String messageKey, Object... args) {
        super(messageKey);
        this.messageKey = messageKey;
        this.args = Arrays.copyOf(args, args.length);
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] args() {
        return Arrays.copyOf(args, args.length);
    }
}
