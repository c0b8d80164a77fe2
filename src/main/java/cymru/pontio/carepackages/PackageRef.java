package cymru.pontio.carepackages;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** How people name a package: {@code PKG-7K3M-Q}. */
public record PackageRef(String value) {
    static final String PREFIX = "PKG";

    /** From a URL or a file; a reference that cannot be one is not found. */
    public static PackageRef valueOf(String typed) {
        return new PackageRef(Reference.parse(PREFIX, typed));
    }

    static PackageRef random(RandomGenerator random) {
        return new PackageRef(Reference.random(PREFIX, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
