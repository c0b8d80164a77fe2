package cymru.pontio.rates;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a change of rates: {@code RTC-7K3M-Q}. */
public record RateChangeRef(String value) {
    private static final String PREFIX = "RTC";

    public static RateChangeRef valueOf(String typed) {
        return new RateChangeRef(Reference.parse(PREFIX, typed));
    }

    static RateChangeRef random(RandomGenerator random) {
        return new RateChangeRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
