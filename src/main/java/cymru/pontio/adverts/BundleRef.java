package cymru.pontio.adverts;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name adverts that were published together: {@code BND-7K3M-Q}. */
public record BundleRef(String value) {
    static final String PREFIX = "BND";

    public static BundleRef valueOf(String typed) {
        return new BundleRef(Reference.parse(PREFIX, typed));
    }

    static BundleRef random(RandomGenerator random) {
        return new BundleRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
