package cymru.pontio.placements.variations;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a variation: {@code VAR-7K3M-Q}. */
public record VariationRef(String value) {
    static final String PREFIX = "VAR";

    public static VariationRef valueOf(String typed) {
        return new VariationRef(Reference.parse(PREFIX, typed));
    }

    static VariationRef random(RandomGenerator random) {
        return new VariationRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
