package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name an embargo: {@code EMB-7K3M-Q}. */
public record EmbargoRef(String value) {
    static final String PREFIX = "EMB";

    public static EmbargoRef valueOf(String typed) {
        return new EmbargoRef(Reference.parse(PREFIX, typed));
    }

    static EmbargoRef random(RandomGenerator random) {
        return new EmbargoRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
