package cymru.pontio.matching.plan;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a message to a provider: {@code MSG-7K3M-Q}. */
record MessageRef(String value) {
    static final String PREFIX = "MSG";

    public static MessageRef valueOf(String typed) {
        return new MessageRef(Reference.parse(PREFIX, typed));
    }

    static MessageRef random(RandomGenerator random) {
        return new MessageRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
