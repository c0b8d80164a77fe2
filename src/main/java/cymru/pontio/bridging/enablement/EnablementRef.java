package cymru.pontio.bridging.enablement;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a time of enablement: {@code ENB-7K3M-Q}. */
record EnablementRef(String value) {
    static final String PREFIX = "ENB";

    public static EnablementRef valueOf(String typed) {
        return new EnablementRef(Reference.parse(PREFIX, typed));
    }

    static EnablementRef random(RandomGenerator random) {
        return new EnablementRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
