package cymru.pontio.visits;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name an import: {@code IMP-7K3M-Q}. */
public record ImportRef(String value) {
    static final String PREFIX = "IMP";

    /** From a URL; a reference that cannot be one is not found. */
    public static ImportRef valueOf(String typed) {
        return new ImportRef(Reference.parse(PREFIX, typed));
    }

    static ImportRef random(RandomGenerator random) {
        return new ImportRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
