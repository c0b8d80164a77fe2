package cymru.pontio.adverts;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How providers name an advert: {@code ADV-7K3M-Q}. It has nothing to do with the package's own reference. */
public record AdvertRef(String value) {
    static final String PREFIX = "ADV";

    public static AdvertRef valueOf(String typed) {
        return new AdvertRef(Reference.parse(PREFIX, typed));
    }

    static AdvertRef random(RandomGenerator random) {
        return new AdvertRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
