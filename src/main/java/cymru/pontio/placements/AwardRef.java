package cymru.pontio.placements;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name an award and the offer made from it: {@code AWD-7K3M-Q}. */
public record AwardRef(String value) {
    static final String PREFIX = "AWD";

    public static AwardRef valueOf(String typed) {
        return new AwardRef(Reference.parse(PREFIX, typed));
    }

    static AwardRef random(RandomGenerator random) {
        return new AwardRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
