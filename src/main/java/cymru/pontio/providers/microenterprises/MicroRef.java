package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a micro-enterprise: the provider's reference, {@code PRV-7K3M-Q}. */
public record MicroRef(String value) {
    private static final String PREFIX = "PRV";

    public static MicroRef valueOf(String typed) {
        return new MicroRef(Reference.parse(PREFIX, typed));
    }

    static MicroRef random(RandomGenerator random) {
        return new MicroRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
