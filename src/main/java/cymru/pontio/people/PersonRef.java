package cymru.pontio.people;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How a person is named in addresses of pages and in the audit: {@code PSN-7K3M-Q}. */
public record PersonRef(String value) {
    static final String PREFIX = "PSN";

    /** From a URL; a reference that cannot be one is not found. */
    public static PersonRef valueOf(String typed) {
        return new PersonRef(Reference.parse(PREFIX, typed));
    }

    static PersonRef random(RandomGenerator random) {
        return new PersonRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
