package cymru.pontio.matching.plan;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a plan: {@code PLN-7K3M-Q}. */
record PlanRef(String value) {
    private static final String PREFIX = "PLN";

    public static PlanRef valueOf(String typed) {
        return new PlanRef(Reference.parse(PREFIX, typed));
    }

    static PlanRef random(RandomGenerator random) {
        return new PlanRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
