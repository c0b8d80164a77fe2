package cymru.pontio.placements;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a placement: {@code PLC-7K3M-Q}. */
public record PlacementRef(String value) {
    static final String PREFIX = "PLC";

    public static PlacementRef valueOf(String typed) {
        return new PlacementRef(Reference.parse(PREFIX, typed));
    }

    static PlacementRef random(RandomGenerator random) {
        return new PlacementRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
